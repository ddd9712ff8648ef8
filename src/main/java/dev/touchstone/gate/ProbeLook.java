package dev.touchstone.gate;

import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.training.Learner;
import java.util.Arrays;

/**
 * How a network answers some rows, beside what is reached without a look at them.
 *
 * @param accuracy of classes, else NaN
 * @param guessedAccuracy of the commonest class
 * @param guessedLoss of knowing how often each answer occurs
 * @param rows that were answered
 */
record ProbeLook(double accuracy, double loss, double guessedAccuracy, double guessedLoss, int rows) {
    /** Of the share of right rows. */
    private static final double STANDARD_ERRORS = 3;

    static ProbeLook of(GateSubject subject, Learner learner, Rows rows) {
        Targets targets = rows.targets();
        Predictions predictions = learner.predict(0, rows);
        double loss = subject.loss().value(predictions, targets);
        double guessed = subject.loss().ofFrequencies(targets);
        return targets instanceof Targets.Classes classes
                ? new ProbeLook(
                        Metric.ACCURACY.value(predictions, targets), loss, commonest(classes), guessed, rows.count())
                : new ProbeLook(Double.NaN, loss, Double.NaN, guessed, rows.count());
    }

    private static double commonest(Targets.Classes classes) {
        return Arrays.stream(classes.labels())
                        .mapToLong(label -> Arrays.stream(classes.labels())
                                .filter(other -> other == label)
                                .count())
                        .max()
                        .orElse(0)
                / (double) classes.count();
    }

    boolean isFinite() {
        return Double.isFinite(loss);
    }

    boolean hasAccuracy() {
        return !Double.isNaN(guessedAccuracy);
    }

    /** By its loss or by its answers. */
    boolean hasLearntSince(ProbeLook start) {
        return hasLowerLossThan(start) || hasBetterAnswersThan(start);
    }

    /** Whether the loss is lower than that of guessing and of the start, by what is no stagnation. */
    boolean hasLowerLossThan(ProbeLook start) {
        return loss < (1 - RateRamp.LEAST_GAIN) * Math.min(guessedLoss, start.loss);
    }

    private boolean hasBetterAnswersThan(ProbeLook start) {
        double before = Math.max(guessedAccuracy, start.accuracy);
        return accuracy > before + STANDARD_ERRORS * Math.sqrt(before * (1 - before) / rows);
    }
}
