package dev.touchstone.diagnosis.augmentation;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Task;
import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.model.LayerSpec;
import dev.touchstone.model.ModelSpec;
import dev.touchstone.model.NetworkBuilder;
import dev.touchstone.model.Setting;
import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Dl4jLearners;
import dev.touchstone.training.Learner;
import dev.touchstone.training.Schedule;
import dev.touchstone.training.Shuffle;
import java.util.List;
import java.util.Map;

/**
 * A network with one hidden layer that stands for whatever the study may train: it is the same for all data, so that a spec's
 * model and space do not decide what is said of its augmentation.
 */
final class ReferenceNetwork {
    static final int EPOCHS = 20;

    private static final int UNITS = 64;
    private static final int BATCH_SIZE = 64;

    /** Three times Adam's default, because few epochs are affordable and the rate falls to 0 in them. */
    private static final double RATE = 3e-3;

    private static final ModelSpec MODEL = new ModelSpec(List.of(
            new LayerSpec.Dense(new Setting.Fixed(UNITS), new Setting.Fixed(ActivationFunction.RELU.specName())),
            new LayerSpec.Output(null)));

    private ReferenceNetwork() {}

    /** A network after its training, for the caller to close. The same seed has the same start and the same batches. */
    static Learner trained(Task task, Rows train, Augmentations augmentations, Seed seed) {
        NetworkBuilder builder = new NetworkBuilder(MODEL, List.of(train.width()), task);
        Learner learner = new Dl4jLearners(builder, new Assignment(Map.of())).plain(seed.derive("network"));
        Shuffle shuffle = new Shuffle(train, BATCH_SIZE, seed);
        int iterations = EPOCHS * shuffle.batchesAnEpoch();
        int[] order = new int[0];
        for (int iteration = 0; iteration < iterations; iteration++) {
            int batch = iteration % shuffle.batchesAnEpoch();
            if (batch == 0) {
                order = shuffle.order(1 + iteration / shuffle.batchesAnEpoch());
            }
            learner.step(List.of(new Learner.Step(
                    augmentations.apply(shuffle.batch(order, batch), seed.derive("rows", iteration)),
                    new Schedule.Cosine().at(RATE, iteration, iterations),
                    seed.derive("step", iteration).value())));
        }
        return learner;
    }
}
