package dev.touchstone.diagnosis.experiment;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.model.NetworkSpec;
import dev.touchstone.model.augmentation.AugmentationSpec;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.TrainingSpec;

/**
 * All that decides how a training comes out. There is no test row in it.
 *
 * @param data train and validation rows
 * @param penalties whether the network has its dropout, weight decay and penalties
 * @param assignment as the trial was trained
 * @param seed of initial parameters, batches and draws
 */
public record Conditions(
        PreparedData data,
        AugmentationSpec augmentation,
        NetworkSpec model,
        Penalties penalties,
        TrainingSpec training,
        Assignment assignment,
        Seed seed) {
    /** What becomes of a network's regularisation. */
    public enum Penalties {
        AS_GIVEN,
        LEFT_OUT
    }

    Conditions with(PreparedData others) {
        return new Conditions(others, augmentation, model, penalties, training, assignment, seed);
    }

    Conditions with(AugmentationSpec other) {
        return new Conditions(data, other, model, penalties, training, assignment, seed);
    }

    Conditions with(NetworkSpec other) {
        return new Conditions(data, augmentation, other, penalties, training, assignment, seed);
    }

    Conditions with(Penalties others) {
        return new Conditions(data, augmentation, model, others, training, assignment, seed);
    }

    Conditions with(TrainingSpec other) {
        return new Conditions(data, augmentation, model, penalties, other, assignment, seed);
    }

    Conditions with(Seed other) {
        return new Conditions(data, augmentation, model, penalties, training, assignment, other);
    }

    Conditions with(String hyperparameter, Object value) {
        return new Conditions(
                data, augmentation, model, penalties, training, assignment.with(hyperparameter, value), seed);
    }

    /** Iterations that are planned; fewer may be trained. */
    long plannedIterations() {
        int batches = (data.train().count() + batchSize() - 1) / batchSize();
        return training.budget().planned(batches);
    }

    double learningRate() {
        return Hyperparameters.of(assignment).learningRate();
    }

    int batchSize() {
        return Hyperparameters.of(assignment).batchSize();
    }
}
