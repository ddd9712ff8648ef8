package dev.touchstone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Tasks;
import dev.touchstone.model.NetworkConfiguration;
import dev.touchstone.model.SteppedRate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;

class SettledStatisticsTest {
    private static final int WIDTH = SmallTask.WIDTH;
    private static final Rows ROWS = SmallTask.rows(300, 1);

    /** What a layer has before its means: a scale and an offset for each channel. */
    private static final int LEARNT = 2 * WIDTH;

    private static Learner normalising() {
        SteppedRate rate = new SteppedRate();
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(rate))
                .list()
                .layer(new BatchNormalization.Builder().build())
                .layer(new DenseLayer.Builder().nOut(3).build())
                .layer(new BatchNormalization.Builder().build())
                .layer(new OutputLayer.Builder().nOut(2).build())
                .setInputType(InputType.feedForward(WIDTH))
                .build();
        return new Dl4jLearner(new NetworkConfiguration.Chain(configuration, List.of(WIDTH)), rate, Tasks.classes(2));
    }

    @Test
    void firstLayer_getsTheMeanAndVarianceOfTheRows() {
        try (Learner learner = normalising()) {
            learner.settle(0, ROWS);

            float[] parameters = learner.save(0).parameters();
            for (int column = 0; column < WIDTH; column++) {
                int at = column;
                double mean = mean(at);
                double variance = IntStream.range(0, ROWS.count())
                        .mapToDouble(row -> Math.pow(ROWS.features().get(row * WIDTH + at) - mean, 2))
                        .average()
                        .orElseThrow();
                assertThat(parameters[LEARNT + column]).isCloseTo((float) mean, within(1e-4f));
                assertThat(Math.pow(10, 2 * parameters[LEARNT + WIDTH + column]))
                        .isCloseTo(variance, within(1e-3));
            }
        }
    }

    private static double mean(int column) {
        return IntStream.range(0, ROWS.count())
                .mapToDouble(row -> ROWS.features().get(row * WIDTH + column))
                .average()
                .orElseThrow();
    }

    @Test
    void settledNetwork_learnsNoMoreAndForgetsWhatItsRunningValuesWere() {
        try (Learner learner = normalising()) {
            for (int step = 0; step < 20; step++) {
                learner.step(List.of(new Learner.Step(SmallTask.rows(32, step), 0.01, step + 1)));
            }
            LearnerState trained = learner.save(0);
            learner.settle(0, ROWS);
            float[] answers = learner.predict(0, ROWS).numbers();
            float[] scaled = trained.parameters().clone();
            for (int i = LEARNT; i < 2 * LEARNT; i++) {
                scaled[i] += 0.5f;
            }
            learner.restore(0, new LearnerState(scaled, trained.optimiser(), trained.iterations()));
            float[] shifted = learner.predict(0, ROWS).numbers();
            learner.settle(0, ROWS);

            assertThat(shifted).isNotEqualTo(answers);
            assertThat(learner.predict(0, ROWS).numbers()).isEqualTo(answers);
            assertThat(Arrays.copyOf(learner.save(0).parameters(), LEARNT))
                    .isEqualTo(Arrays.copyOf(trained.parameters(), LEARNT));
        }
    }

    @Test
    void channelsOfPictures_areMeasuredOverAllTheirPlaces() {
        int convolution = 4 * (3 * 3 + 1);
        try (Learner learner = ConvolutionalTask.learner(Adam::new, 6)) {
            Rows pictures = ConvolutionalTask.pictures(40, 1);
            LearnerState fresh = learner.save(0);
            learner.settle(0, pictures);
            float[] settled = learner.save(0).parameters();
            float[] answers = learner.predict(0, pictures).numbers();

            learner.restore(0, fresh);
            learner.settle(0, pictures);

            assertThat(learner.predict(0, pictures).numbers()).isEqualTo(answers);
            assertThat(Arrays.copyOf(settled, convolution + 8))
                    .isEqualTo(Arrays.copyOf(fresh.parameters(), convolution + 8));
            assertThat(Arrays.copyOfRange(settled, convolution + 8, convolution + 16))
                    .isNotEqualTo(Arrays.copyOfRange(fresh.parameters(), convolution + 8, convolution + 16));
            assertThat(Arrays.copyOfRange(settled, convolution + 16, settled.length))
                    .isEqualTo(Arrays.copyOfRange(fresh.parameters(), convolution + 16, settled.length));
        }
    }

    @Test
    void networkWithoutSuchLayers_staysAsItIs() {
        try (Learner learner =
                SmallTask.learners(Map.of(), SmallTask.dense("relu")).regularised(new Seed(1))) {
            float[] before = learner.save(0).parameters();

            learner.settle(0, ROWS);

            assertThat(learner.save(0).parameters()).isEqualTo(before);
        }
    }
}
