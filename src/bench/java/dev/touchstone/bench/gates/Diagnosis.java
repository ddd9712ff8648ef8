package dev.touchstone.bench.gates;

import dev.touchstone.base.Seed;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.model.layer.Initialisation;
import dev.touchstone.space.Assignment;
import dev.touchstone.trial.TrialTask;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Finds why a doomed trial is doomed, by its own curve and by training it again with something repaired. No verdict of a
 * gate is looked at. In this order, the first that holds:
 *
 * <ol>
 *   <li>an epoch was beyond the line: learnt, and lost it later;
 *   <li>without dropout and weight decay it gets there: regularisation;
 *   <li>at another of four learning rates it does: its rate is too high, or too low; too low stands still when the loss of
 *       the last tenth of iterations is not 5 % below that of the first, else it is slow;
 *   <li>with the usual initialisation of its activation it does: initialisation;
 *   <li>with another rate and that initialisation it does: both;
 *   <li>with all three repaired it does: regularisation and more; else none of it.
 * </ol>
 */
final class Diagnosis {
    /** From plain gradient descent's usual rate on normalised rows to either side. */
    private static final List<Double> RATES = List.of(1e-2, 1e-3, 1e-1, 1.0);

    /** TheDeepChecker (TOSEM 2022): a loss that falls by less stands still. */
    private static final double STANDS = 0.95;

    private static final int TENTHS = 10;

    private final TrialTask task;
    private final FinishLine line;
    private final GatedTrial trial;
    private final Assignment assignment;

    Diagnosis(TrialTask task, FinishLine line, GatedTrial trial) {
        this.task = task;
        this.line = line;
        this.trial = trial;
        this.assignment = trial.record().proposed();
    }

    Cause cause() {
        if (trial.record().epochs().stream().anyMatch(epoch -> line.isReachedBy(epoch.value()))) {
            return Cause.LATE_DIVERGENCE;
        } else if (helps(unregularised(assignment))) {
            return Cause.REGULARISATION;
        }
        OptionalDouble rate = rateThatHelps(assignment);
        if (rate.isPresent()) {
            return rate.getAsDouble() < assignment.number(Hyperparameters.LEARNING_RATE)
                    ? Cause.RATE_TOO_HIGH
                    : stands() ? Cause.RATE_STANDS_STILL : Cause.SLOW_RATE;
        }
        Assignment usual = usuallyInitialised(assignment);
        if (helps(usual)) {
            return Cause.INITIALISATION;
        } else if (rateThatHelps(usual).isPresent()) {
            return Cause.RATE_AND_INITIALISATION;
        }
        return rateThatHelps(unregularised(usual)).isPresent() ? Cause.REGULARISATION_AND_MORE : Cause.UNEXPLAINED;
    }

    private boolean helps(Assignment repaired) {
        return Repair.helps(task, repaired, new Seed(trial.record().seed()), line);
    }

    private OptionalDouble rateThatHelps(Assignment repaired) {
        return RATES.stream()
                .filter(rate -> helps(repaired.with(Hyperparameters.LEARNING_RATE, rate)))
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    private static Assignment unregularised(Assignment assignment) {
        return assignment.with("dropout", 0.0).with(Hyperparameters.WEIGHT_DECAY, 0.0);
    }

    private static Assignment usuallyInitialised(Assignment assignment) {
        ActivationFunction activation = ActivationFunction.named((String) assignment.value("activation"))
                .orElseThrow();
        return assignment.with(
                "initialisation", Initialisation.of(activation).specName());
    }

    private boolean stands() {
        List<Double> losses = trial.record().losses();
        int tenth = Math.max(1, losses.size() / TENTHS);
        return mean(losses.subList(losses.size() - tenth, losses.size())) >= STANDS * mean(losses.subList(0, tenth));
    }

    private static double mean(List<Double> losses) {
        return losses.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
