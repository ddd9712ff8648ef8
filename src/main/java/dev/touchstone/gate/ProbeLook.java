package dev.touchstone.gate;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a network answers some rows, beside what is reached without a look at them.
 *
 * @param guessedLoss of knowing how often each answer occurs
 * @param lossError standard error of what the loss differs by from that of guessing; null where only what is notable counts
 * @param spread of the answers over the rows, of probabilities of their logarithms, of numbers in units of the network's output: 0 when
 *     all get the same
 * @param right shares of right answers, accuracy first; none where there are no classes
 */
record ProbeLook(double loss, double guessedLoss, @Nullable Double lossError, double spread, List<RightShare> right) {
    /** Squared errors of answers that are ten times as far off as those of guessing. */
    private static final double EXPLODED = 100;

    boolean isFinite() {
        return Double.isFinite(loss);
    }

    /** Whether all rows get the same answer, to the last bit. */
    boolean ignoresRows() {
        return spread == 0;
    }

    /** Whether answers depend on the rows by more than rounding. */
    boolean followsRows() {
        return spread > BuildGate.SAME;
    }

    /** Whether answers follow the rows, and are not out of all proportion. */
    boolean isAlive() {
        return followsRows() && loss <= EXPLODED * guessedLoss;
    }

    boolean hasAccuracy() {
        return !right.isEmpty();
    }

    /** By accuracy; there must be one. */
    double accuracy() {
        return right.get(0).value();
    }

    /** Of the commonest class; there must be an accuracy. */
    double guessedAccuracy() {
        return right.get(0).guessed();
    }

    /** By its loss or by its answers. */
    boolean hasLearntSince(ProbeLook start) {
        return hasLowerLossThan(start) || hasBetterAnswersThan(start);
    }

    /** Whether the loss is lower than that of guessing and of the start. */
    boolean hasLowerLossThan(ProbeLook start) {
        return loss < below(Math.min(guessedLoss, start.loss));
    }

    /** What a loss has to be below to be lower than that of guessing. */
    double lossToBeat() {
        return below(guessedLoss);
    }

    /** Lower by what is no stagnation or, where it is told how much chance may make of a loss, by more than that. */
    private double below(double before) {
        double notable = RateRamp.LEAST_GAIN * before;
        return before - (lossError == null ? notable : Math.min(notable, RightShare.STANDARD_ERRORS * lossError));
    }

    private boolean hasBetterAnswersThan(ProbeLook start) {
        return IntStream.range(0, right.size()).anyMatch(i -> right.get(i).isBeyond(start.right.get(i)));
    }
}
