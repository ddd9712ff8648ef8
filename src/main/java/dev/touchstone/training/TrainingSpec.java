package dev.touchstone.training;

import dev.touchstone.model.AutoRegularisation;
import dev.touchstone.space.Assignment;
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

    /** The training of a trial: with more epochs where its assignment says so. */
    public TrainingSpec in(Assignment assignment) {
        if (!assignment.has(AutoRegularisation.EPOCHS)) {
            return this;
        }
        int times = (int) assignment.number(AutoRegularisation.EPOCHS);
        return new TrainingSpec(Math.multiplyExact(epochs, times), earlyStopping, schedule, gradients);
    }

    /** A training whose gradients are left as they are. */
    public TrainingSpec(int epochs, @Nullable EarlyStoppingSpec earlyStopping, ScheduleSpec schedule) {
        this(epochs, earlyStopping, schedule, GradientSpec.NONE);
    }
}
