package dev.touchstone.gate;

import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.metric.TaskLoss;

/**
 * What the loss of a network may be before its first step.
 *
 * @param guessing what it costs to know nothing
 * @param poor the loss from which the start is poor
 * @param wild the loss from which the network starts far too sure
 */
record StartLoss(double guessing, double poor, double wild) {
    /** TheDeepChecker (TOSEM 2022): a first loss this many times ln(classes) above ln(classes) is poor. */
    private static final double POOR_EXCESS = 1;

    /**
     * A network that promises outputs of unit variance, as every initialisation of the spec does, has logits whose
     * difference stays below 3 standard deviations of 2; its loss then exceeds ln(classes) by at most about 6.
     */
    private static final double LARGEST_EXCESS = 6;

    /** The logit of a label stands alone, so that it stays below 3 standard deviations of 1. */
    private static final double LARGEST_EXCESS_OF_A_LABEL = 3;

    /**
     * Glorot's weights give a single output twice the mean square of the layer before it, which is about 1; by so much the
     * squared error exceeds that of guessing. It is the square of a nearly normal number, which is 4 times its mean in
     * 5 % of draws and 11 times in 0.1 %.
     */
    private static final double USUAL_EXCESS_OF_NUMBERS = 2;

    private static final double POOR_DRAW = 4;
    private static final double IMPOSSIBLE_DRAW = 11;

    /** @param unit what an output of 1 stands for, which is not the label's deviation when counts are learnt */
    static StartLoss of(TaskLoss loss, Targets targets, double unit) {
        double guessing = loss.ofGuessing(targets);
        if (loss.task() instanceof Task.Regression regression) {
            double usual = USUAL_EXCESS_OF_NUMBERS * Math.pow(unit / regression.deviation(), 2);
            return new StartLoss(guessing, guessing + POOR_DRAW * usual, guessing + IMPOSSIBLE_DRAW * usual);
        }
        double largest = loss.task() instanceof Task.MultiLabel labels
                ? labels.answers() * LARGEST_EXCESS_OF_A_LABEL
                : LARGEST_EXCESS;
        return new StartLoss(guessing, (1 + POOR_EXCESS) * guessing, guessing + largest);
    }
}
