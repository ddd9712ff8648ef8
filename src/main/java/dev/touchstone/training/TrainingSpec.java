package dev.touchstone.training;

import org.jspecify.annotations.Nullable;

/**
 * The {@code training} section of a spec.
 *
 * @param budget what is planned, and what cuts it short
 * @param earlyStopping none when null: all that is planned is trained
 * @param gradients what is done with them before each step
 */
public record TrainingSpec(
        Budget budget, @Nullable EarlyStoppingSpec earlyStopping, ScheduleSpec schedule, GradientSpec gradients) {
    public static final TrainingSpec DEFAULT =
            new TrainingSpec(Budget.USUAL_EPOCHS, EarlyStoppingSpec.DEFAULT, ScheduleSpec.COSINE);

    /** A training of a number of epochs whose gradients are left as they are. */
    public TrainingSpec(int epochs, @Nullable EarlyStoppingSpec earlyStopping, ScheduleSpec schedule) {
        this(Budget.ofEpochs(epochs), earlyStopping, schedule, GradientSpec.NONE);
    }

    /** The same training, cut short by something else. */
    public TrainingSpec cutBy(Cut cut) {
        return new TrainingSpec(budget.cutBy(cut), earlyStopping, schedule, gradients);
    }
}
