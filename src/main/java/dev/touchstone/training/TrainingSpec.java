package dev.touchstone.training;

import dev.touchstone.model.AutoRegularisation;
import dev.touchstone.space.Assignment;
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

    /** The training of a trial: that many times as long where its assignment says so. */
    public TrainingSpec in(Assignment assignment) {
        if (!assignment.has(AutoRegularisation.EPOCHS)) {
            return this;
        }
        int times = (int) assignment.number(AutoRegularisation.EPOCHS);
        return new TrainingSpec(budget.times(times), earlyStopping, schedule, gradients);
    }

    /** The plan so many times, and as much more patience. */
    public TrainingSpec times(int factor) {
        return new TrainingSpec(
                budget.times(factor), earlyStopping == null ? null : earlyStopping.times(factor), schedule, gradients);
    }

    /** A training of a number of epochs whose gradients are left as they are. */
    public TrainingSpec(int epochs, @Nullable EarlyStoppingSpec earlyStopping, ScheduleSpec schedule) {
        this(Budget.ofEpochs(epochs), earlyStopping, schedule, GradientSpec.NONE);
    }

    /** The same training, with the gradients of whole batches. */
    public TrainingSpec ofWholeBatches() {
        return new TrainingSpec(budget, earlyStopping, schedule, new GradientSpec(gradients.clipping(), null));
    }

    /** The same training, cut short by something else. */
    public TrainingSpec cutBy(Cut cut) {
        return new TrainingSpec(budget.cutBy(cut), earlyStopping, schedule, gradients);
    }
}
