package dev.touchstone.training;

import static dev.touchstone.training.SmallTask.WIDTH;
import static dev.touchstone.training.SmallTask.dense;
import static dev.touchstone.training.SmallTask.dropout;
import static dev.touchstone.training.SmallTask.learners;
import static dev.touchstone.training.SmallTask.rows;
import static dev.touchstone.training.SmallTask.withOutput;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.model.LayerSpec;
import dev.touchstone.model.LossFunction;
import dev.touchstone.model.Optimiser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class Dl4jLearnerTest {
    private static final Seed SEED = new Seed(1);

    /** Steps numbered from and up to, each on rows and with draws of its own. */
    private static List<Double> train(Learner learner, int from, int to) {
        List<Double> losses = new ArrayList<>();
        for (int step = from; step < to; step++) {
            losses.add(learner.step(List.of(new Learner.Step(rows(16, step), 0.01 / (1 + step), step)))[0]);
        }
        return losses;
    }

    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void restoredLearner_goesOnBitForBitAsIfItHadNeverStopped(Optimiser optimiser) {
        Learners learners =
                learners(Map.of("optimiser", optimiser.specName(), "weight-decay", 0.01), dense("relu"), dropout(0.5));
        try (Learner undisturbed = learners.regularised(SEED);
                Learner resumed = learners.regularised(new Seed(99))) {
            train(undisturbed, 0, 7);
            byte[] checkpoint = undisturbed.save(0).toBytes();
            List<Double> losses = train(undisturbed, 7, 20);
            train(resumed, 100, 103);

            resumed.restore(0, LearnerState.fromBytes(checkpoint));

            assertThat(train(resumed, 7, 20)).isEqualTo(losses);
            assertThat(resumed.save(0).toBytes()).isEqualTo(undisturbed.save(0).toBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 0, -1})
    void step_drawsFromItsOwnSeedOnly(long seed) {
        try (Learner learner = learners(Map.of(), dense("relu"), dropout(0.5)).regularised(SEED)) {
            LearnerState start = learner.save(0);
            Rows batch = rows(16, 1);

            double first = learner.step(List.of(new Learner.Step(batch, 0.1, seed)))[0];
            learner.restore(0, start);
            double again = learner.step(List.of(new Learner.Step(batch, 0.1, seed)))[0];
            learner.restore(0, start);
            double other = learner.step(List.of(new Learner.Step(batch, 0.1, seed + 2)))[0];

            assertThat(again).isEqualTo(first);
            assertThat(other).isNotEqualTo(first);
        }
    }

    @Test
    void checkpointOfAnotherShape_isRefused() {
        try (Learner small = learners(Map.of(), dense("relu")).plain(SEED);
                Learner large = learners(Map.of(), dense("relu"), dense("relu")).plain(SEED);
                Learner sgd =
                        learners(Map.of("optimiser", "sgd"), dense("relu")).plain(SEED)) {
            float[] before = large.save(0).parameters();

            assertThatThrownBy(() -> large.restore(0, small.save(0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("44 parameters");
            assertThatThrownBy(() -> sgd.restore(0, small.save(0))).isInstanceOf(IllegalArgumentException.class);
            assertThat(large.save(0).parameters()).isEqualTo(before);
        }
    }

    @Test
    void loss_isTheCrossEntropyBeforeTheStepWithoutWeightDecay() {
        Rows batch = rows(40, 3);
        try (Learner learner =
                learners(Map.of("weight-decay", 0.5), dense("tanh")).regularised(SEED)) {
            for (int step = 0; step < 3; step++) {
                double expected = Metric.CROSS_ENTROPY.value(learner.predict(0, batch), batch.targets());
                double loss = learner.step(List.of(new Learner.Step(batch, 0.05, 0)))[0];
                assertThat(loss).isCloseTo(expected, within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void weightDecay_shrinksWeightsByRateTimesDecayWhateverTheOptimiser(Optimiser optimiser) {
        double rate = 0.1;
        double decay = 0.3;
        Learners learners = learners(Map.of("optimiser", optimiser.specName(), "weight-decay", decay));
        try (Learner plain = learners.plain(SEED);
                Learner regularised = learners.regularised(SEED)) {
            float[] before = plain.save(0).parameters();
            Learner.Step step = new Learner.Step(rows(16, 1), rate, 0);
            plain.step(List.of(step));
            regularised.step(List.of(step));

            float[] withoutDecay = plain.save(0).parameters();
            float[] withDecay = regularised.save(0).parameters();
            int weights = WIDTH * SmallTask.CLASSES;
            for (int i = 0; i < before.length; i++) {
                double shrunk = i < weights ? rate * decay * before[i] : 0;
                assertThat((double) withoutDecay[i] - withDecay[i]).isCloseTo(shrunk, within(1e-5));
            }
        }
    }

    @Test
    void manyRows_areAnsweredLikeEachAlone() {
        Rows many = rows(2_500, 4);
        try (Learner learner = learners(Map.of(), dense("relu"), dropout(0.5)).regularised(SEED)) {
            Predictions together = learner.predict(0, many);

            assertThat(together.rows()).isEqualTo(2_500);
            for (int row = 0; row < many.count(); row += 7) {
                Predictions alone = learner.predict(0, many.select(new int[] {row}));
                assertThat(together.probability(row, 1)).isCloseTo(alone.probability(0, 1), within(1e-5f));
            }
            assertThat(learner.predict(0, many).numbers()).isEqualTo(together.numbers());
        }
    }

    @Test
    void oneSigmoidOutput_answersWithTheProbabilityOfClassOne() {
        LayerSpec output = new LayerSpec.Output(LossFunction.BINARY_CROSS_ENTROPY);
        Rows rows = rows(200, 5);
        try (Learner learner = withOutput(output, Map.of()).plain(SEED)) {
            for (int step = 0; step < 60; step++) {
                learner.step(List.of(new Learner.Step(rows, 0.1, 0)));
            }
            Predictions predictions = learner.predict(0, rows);

            assertThat(learner.outputs()).isEqualTo(1);
            assertThat(predictions.answers()).isEqualTo(2);
            assertThat(predictions.probability(0, 0) + predictions.probability(0, 1))
                    .isCloseTo(1, within(1e-6f));
            assertThat(Metric.ACCURACY.value(predictions, rows.targets())).isGreaterThan(0.9);
        }
    }

    @Test
    void learnerWithAnInfiniteParameter_isNotFinite() {
        try (Learner learner = learners(Map.of("optimiser", "sgd")).plain(SEED)) {
            assertThat(learner.isFinite(0)).isTrue();
            float[] parameters = learner.save(0).parameters();
            for (float broken : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
                parameters[3] = broken;
                learner.restore(0, new LearnerState(parameters, new float[0], 0));
                assertThat(learner.isFinite(0)).isFalse();
            }
        }
    }
}
