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
    private Progress progress;

    /**
     * What was seen so far; with it, following can go on elsewhere.
     *
     * @param bestEpoch the first epoch with the best value; 0 before any had one
     * @param best the best value; NaN before any
     * @param lastImprovement the epoch since which patience counts
     * @param reference that epoch's value, which the next improvement is measured from; NaN before any
     */
    public record Progress(int bestEpoch, double best, int lastImprovement, double reference) {
        /** Before the first epoch. */
        static final Progress NONE = new Progress(0, Double.NaN, 0, Double.NaN);
    }

    /** @param spec null for following the best epoch without ever stopping */
    public EarlyStopping(@Nullable EarlyStoppingSpec spec, Direction direction) {
        this(spec, direction, Progress.NONE);
    }

    /** Goes on from what another has seen. */
    EarlyStopping(@Nullable EarlyStoppingSpec spec, Direction direction, Progress progress) {
        this.spec = spec;
        this.direction = direction;
        this.progress = progress;
    }

    /**
     * Takes the value of an epoch; epochs come in order, from 1.
     *
     * @return whether this epoch is the best so far
     */
    public boolean record(int epoch, double value) {
        boolean best = isImprovement(value, progress.best(), 0);
        boolean improved = isImprovement(value, progress.reference(), spec == null ? 0 : spec.minimumImprovement());
        progress = new Progress(
                best ? epoch : progress.bestEpoch(),
                best ? value : progress.best(),
                improved ? epoch : progress.lastImprovement(),
                improved ? value : progress.reference());
        return best;
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
        return epoch - progress.lastImprovement();
    }

    /** The first epoch with the best value; 0 before any had one. */
    public int bestEpoch() {
        return progress.bestEpoch();
    }

    /** The best value; NaN before any. */
    public double best() {
        return progress.best();
    }

    Progress progress() {
        return progress;
    }
}
