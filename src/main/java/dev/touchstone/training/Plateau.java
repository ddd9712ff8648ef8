package dev.touchstone.training;

import dev.touchstone.metric.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Follows the objective over epochs, and says by what the planned rate is reduced: nothing for schedules that do not
 * follow it.
 */
final class Plateau {
    private final Schedule.@Nullable ReduceOnPlateau schedule;
    private final Direction direction;
    private Progress progress;

    /**
     * What was seen so far; with it, following can go on elsewhere.
     *
     * @param best the best value; NaN before any
     * @param without epochs since it, or since the last reduction
     * @param reductions so far
     */
    record Progress(double best, int without, int reductions) {
        /** Before the first epoch. */
        static final Progress NONE = new Progress(Double.NaN, 0, 0);
    }

    Plateau(Schedule schedule, Direction direction, Progress progress) {
        Schedule steady = schedule instanceof Schedule.WarmUp warmUp ? warmUp.after() : schedule;
        this.schedule = steady instanceof Schedule.ReduceOnPlateau reducing ? reducing : null;
        this.direction = direction;
        this.progress = progress;
    }

    /** Takes the value of an epoch; one that is not a number is never an improvement. */
    void record(double value) {
        if (schedule == null) {
            return;
        }
        boolean improved =
                Double.isNaN(progress.best()) ? !Double.isNaN(value) : direction.better(value, progress.best());
        int without = improved ? 0 : progress.without() + 1;
        boolean reduced = without >= schedule.patience();
        progress = new Progress(
                improved ? value : progress.best(), reduced ? 0 : without, progress.reductions() + (reduced ? 1 : 0));
    }

    /** What the planned rate is multiplied by. */
    double factor() {
        return schedule == null ? 1 : Math.pow(schedule.factor(), progress.reductions());
    }

    Progress progress() {
        return progress;
    }
}
