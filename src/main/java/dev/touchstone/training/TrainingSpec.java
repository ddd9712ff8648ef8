package dev.touchstone.training;

import org.jspecify.annotations.Nullable;

/**
 * The {@code training} section of a spec.
 *
 * @param epochs at most; from 1
 * @param earlyStopping none when null: all epochs are trained
 * @param gradients what is done with them before each step
 */
public record TrainingSpec(
        int epochs, @Nullable EarlyStoppingSpec earlyStopping, ScheduleSpec schedule, GradientSpec gradients) {
    public static final TrainingSpec DEFAULT = new TrainingSpec(30, EarlyStoppingSpec.DEFAULT, ScheduleSpec.COSINE);

    /** A training whose gradients are left as they are. */
    public TrainingSpec(int epochs, @Nullable EarlyStoppingSpec earlyStopping, ScheduleSpec schedule) {
        this(epochs, earlyStopping, schedule, GradientSpec.NONE);
    }
}
