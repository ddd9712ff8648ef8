package dev.touchstone.training;

import dev.touchstone.metric.Direction;

/**
 * The best epoch so far: the first with the best value. A value that is not a number is never the best.
 *
 * @param epoch 0 before any had a value
 * @param value NaN before any
 */
public record BestSoFar(int epoch, double value) {
    /** Before the first epoch. */
    public static final BestSoFar NONE = new BestSoFar(0, Double.NaN);

    /** The best after one more epoch; this very one when that is no better. */
    public BestSoFar after(int next, double nextValue, Direction direction) {
        return isBeatenBy(nextValue, 0, direction) ? new BestSoFar(next, nextValue) : this;
    }

    /** Whether a value is better by more than a minimum. */
    boolean isBeatenBy(double other, double byMoreThan, Direction direction) {
        if (Double.isNaN(value)) {
            return !Double.isNaN(other);
        }
        return direction.better(other, value) && Math.abs(other - value) > byMoreThan;
    }
}
