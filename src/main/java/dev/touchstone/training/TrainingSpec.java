package dev.touchstone.training;

import org.jspecify.annotations.Nullable;

/**
 * The {@code training} section of a spec.
 *
 * @param epochs at most; from 1
 * @param earlyStopping none when null: all epochs are trained
 */
public record TrainingSpec(int epochs, @Nullable EarlyStoppingSpec earlyStopping, Schedule schedule) {
    public static final TrainingSpec DEFAULT = new TrainingSpec(30, EarlyStoppingSpec.DEFAULT, Schedule.COSINE);
}
