package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.metric.Predictions;
import dev.touchstone.training.Learner;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a network is asked about while it trains: train rows, but for {@link #ofValidation}.
 *
 * @param shares of right answers that are told where there are classes, accuracy first
 * @param tellsNoise whether a loss is told with what it would differ by on other rows
 */
record Probe(Rows rows, List<BiFunction<Predictions, Targets.Classes, RightShare>> shares, boolean tellsNoise) {
    /** A standard error of about 1/11 of the losses' spread. */
    private static final int FEW = 128;

    /** A standard error of a right share of at most 1/40. */
    private static final int FINE = 400;

    /** One of at most 1/45. */
    private static final int MANY = 512;

    /** Of few rows, for looks after every step, and where only what is notable counts. */
    static Probe coarse(GateSubject subject, Seed seed) {
        return new Probe(some(subject.train(), seed, FEW), List.of(RightShare::ofRows), false);
    }

    /** Of more rows, and by class too, where anything counts that is more than chance. */
    static Probe fine(GateSubject subject, Seed seed) {
        return new Probe(some(subject.train(), seed, FINE), List.of(RightShare::ofRows, RightShare::ofClasses), true);
    }

    /** Of many validation rows, where all that is asked is which of several trainings answers them best. */
    static Probe ofValidation(GateSubject subject, Seed seed) {
        return new Probe(some(subject.validation(), seed, MANY), List.of(), false);
    }

    private static Rows some(Rows rows, Seed seed, int most) {
        int[] order = seed.derive("probe").permutation(rows.count());
        return rows.select(Arrays.copyOf(order, Math.min(most, order.length)));
    }

    ProbeLook look(GateSubject subject, Learner learner) {
        Targets targets = rows.targets();
        Predictions predictions = learner.predict(0, rows);
        return new ProbeLook(
                subject.loss().value(predictions, targets),
                subject.loss().ofFrequencies(targets),
                lossError(subject, predictions),
                spread(predictions, learner),
                targets instanceof Targets.Classes classes
                        ? shares.stream()
                                .map(share -> share.apply(predictions, classes))
                                .toList()
                        : List.of());
    }

    /**
     * Of probabilities that of their logarithms: where an output is saturated they are all next to 0 or 1, though what comes to it
     * follows the rows, and so does the gradient.
     */
    private double spread(Predictions predictions, Learner learner) {
        return rows.targets() instanceof Targets.Values
                ? predictions.spread() / learner.unit()
                : predictions.logarithms().spread();
    }

    /**
     * Whether validation rows are answered better than by guessing, though nothing may be learnt of train rows: numbers at a
     * notably lower loss than by the mean of those, for a series may have moved; classes by every share beyond chance,
     * whichever of them ranks the trials, for a network may tell some apart from the start.
     */
    boolean answersValidation(GateSubject subject, Learner learner) {
        Rows some = some(subject.validation(), subject.trialSeed(), FINE);
        Predictions predictions = learner.predict(0, some);
        if (some.targets() instanceof Targets.Classes classes) {
            return shares.stream()
                    .allMatch(share -> share.apply(predictions, classes).isBeyondGuessing());
        }
        return some.targets() instanceof Targets.Values
                && subject.loss().value(predictions, some.targets())
                        < (1 - RateRamp.LEAST_GAIN)
                                * subject.loss().ofFrequenciesOf(subject.train().targets(), some.targets());
    }

    private @Nullable Double lossError(GateSubject subject, Predictions predictions) {
        return tellsNoise ? subject.loss().errorBesideFrequencies(predictions, rows.targets()) : null;
    }
}
