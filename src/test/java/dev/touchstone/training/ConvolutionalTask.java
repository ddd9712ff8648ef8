package dev.touchstone.training;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Tasks;
import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.TaskLoss;
import dev.touchstone.model.NetworkConfiguration;
import dev.touchstone.model.SteppedRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/** Small noisy pictures of a bar that stands or lies, and a LeNet with batch normalisation and dropout for them. */
final class ConvolutionalTask {
    static final int EPOCHS = 3;
    static final int BATCHES = 4;

    private static final int SIDE = 8;
    private static final int CLASSES = 2;

    private ConvolutionalTask() {}

    static Rows pictures(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] features = new float[count * SIDE * SIDE];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++) {
            labels[row] = row % CLASSES;
            int bar = random.nextInt(SIDE);
            for (int i = 0; i < SIDE * SIDE; i++) {
                boolean ink = (labels[row] == 1 ? i % SIDE : i / SIDE) == bar;
                features[row * SIDE * SIDE + i] = (float) ((ink ? 2 : 0) + random.nextGaussian());
            }
        }
        return new Rows(SIDE * SIDE, features, labels);
    }

    /** @param updater follows the rate that it is given */
    static Learner learner(Function<ISchedule, IUpdater> updater, long seed) {
        SteppedRate rate = new SteppedRate();
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(updater.apply(rate))
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).build())
                .layer(new BatchNormalization.Builder().build())
                .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}).build())
                .layer(new ConvolutionLayer.Builder(2, 2)
                        .nOut(6)
                        .activation(Activation.RELU)
                        .dropOut(0.8)
                        .build())
                .layer(new DenseLayer.Builder()
                        .nOut(10)
                        .activation(Activation.TANH)
                        .dropOut(0.6)
                        .build())
                .layer(new OutputLayer.Builder().nOut(CLASSES).build())
                .setInputType(InputType.convolutionalFlat(SIDE, SIDE, 1))
                .build();
        return new Dl4jLearner(
                new NetworkConfiguration.Chain(configuration, List.of(SIDE * SIDE)), rate, Tasks.classes(CLASSES));
    }

    static TrainingLoop loop() {
        Seed seed = new Seed(29);
        return new TrainingLoop(
                new TrainingSpec(EPOCHS, null, ScheduleSpec.COSINE),
                new Shuffle(pictures(58, 1), 16, seed),
                Augmentations.NONE,
                pictures(30, 2),
                new TaskLoss(Tasks.classes(CLASSES)),
                0.02,
                new Schedule.Cosine(),
                Metric.CROSS_ENTROPY,
                Metric.CROSS_ENTROPY.direction(),
                seed);
    }

    /** Goes on from the checkpoint in a file, with Adam, and writes the learner's last state to another. */
    public static void main(String[] arguments) throws IOException {
        TrainingCheckpoint checkpoint = TrainingCheckpoint.fromBytes(Files.readAllBytes(Path.of(arguments[0])));
        try (Learner learner = learner(Adam::new, 6)) {
            loop().resume(checkpoint, learner, new TrainingNotes());
            Files.write(Path.of(arguments[1]), learner.save(0).toBytes());
        }
    }
}
