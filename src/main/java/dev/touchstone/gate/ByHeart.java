package dev.touchstone.gate;

import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.TaskLoss;

/**
 * When a network knows a tiny batch by heart: the loss is next to nothing, and of classes and labels every one is
 * right.
 *
 * @param rightness what people understand of it: accuracy, the share of rows whose labels are all right, or of the
 *     variance that is explained
 * @param targetLoss the largest loss that will do
 * @param leastRight the least rightness that will do
 */
record ByHeart(Rows batch, TaskLoss loss, Metric rightness, double targetLoss, double leastRight) {
    /** Share of what guessing costs; of numbers, 0.95 of their variance is explained then. */
    private static final double NEAR_ZERO = 0.05;

    /**
     * How far a network is.
     *
     * @param learnt whether it knows the rows
     * @param leavesPlateau whether its answers are better than guessing, which the loss hardly tells yet: of classes beyond noise,
     *     of numbers by more than rounding, for no answer that is the same for all rows is better than their mean
     */
    record Look(double loss, double rightness, boolean learnt, boolean leavesPlateau) {}

    static ByHeart of(Rows batch, TaskLoss loss) {
        Metric rightness = switch (loss.task().kind()) {
            case CLASSIFICATION -> Metric.ACCURACY;
            case REGRESSION -> Metric.R2;
            case MULTI_LABEL -> Metric.EXACT_MATCH;
        };
        return new ByHeart(
                batch,
                loss,
                rightness,
                NEAR_ZERO * loss.ofGuessing(batch.targets()),
                rightness == Metric.R2 ? Double.NEGATIVE_INFINITY : 1);
    }

    /** The same for other rows with the same targets. */
    ByHeart of(Rows others) {
        return new ByHeart(others, loss, rightness, targetLoss, leastRight);
    }

    Look look(Predictions predictions) {
        double reached = loss.value(predictions, batch.targets());
        double right = rightness.value(predictions, batch.targets());
        return new Look(
                reached, right, reached <= targetLoss && right >= leastRight, leavesPlateau(reached, predictions));
    }

    private boolean leavesPlateau(double reached, Predictions predictions) {
        double guessed = loss.ofFrequencies(batch.targets());
        if (reached < (1 - RateRamp.LEAST_GAIN) * guessed) {
            return false;
        }
        return batch.targets() instanceof Targets.Classes classes
                ? RightShare.ofRows(predictions, classes).isBeyondGuessing()
                : batch.targets() instanceof Targets.Values && reached < (1 - BuildGate.SAME) * guessed;
    }
}
