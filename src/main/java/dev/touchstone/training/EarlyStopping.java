package dev.touchstone.training;

import dev.touchstone.metric.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Follows a metric over epochs: which epoch is the best so far, and whether to stop. The best epoch is the first with
 * the best value; patience counts the epochs since the value last improved by more than the minimum. A value that is
 * not a number is never an improvement.
 */
public final class EarlyStopping {
    private final @Nullable EarlyStoppingSpec spec;
    private final Direction direction;
    private int bestEpoch;
    private double best = Double.NaN;
    private int lastImprovement;
    private double reference = Double.NaN;

    /** @param spec null for following the best epoch without ever stopping */
    public EarlyStopping(@Nullable EarlyStoppingSpec spec, Direction direction) {
        this.spec = spec;
        this.direction = direction;
    }

    /**
     * Takes the value of an epoch; epochs come in order, from 1.
     *
     * @return whether this epoch is the best so far
     */
    public boolean record(int epoch, double value) {
        if (isImprovement(value, reference, spec == null ? 0 : spec.minimumImprovement())) {
            reference = value;
            lastImprovement = epoch;
        }
        if (isImprovement(value, best, 0)) {
            best = value;
            bestEpoch = epoch;
            return true;
        }
        return false;
    }

    private boolean isImprovement(double value, double over, double byMoreThan) {
        if (Double.isNaN(over)) {
            return !Double.isNaN(value);
        }
        return direction.better(value, over) && Math.abs(value - over) > byMoreThan;
    }

    /** Whether patience has run out at this epoch. */
    public boolean isOver(int epoch) {
        return spec != null && epochsWithout(epoch) >= spec.patience();
    }

    /** Epochs since the last improvement. */
    public int epochsWithout(int epoch) {
        return epoch - lastImprovement;
    }

    /** The first epoch with the best value; 0 before any had one. */
    public int bestEpoch() {
        return bestEpoch;
    }

    /** The best value; NaN before any. */
    public double best() {
        return best;
    }
}
