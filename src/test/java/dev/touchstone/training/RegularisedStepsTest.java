package dev.touchstone.training;

import static dev.touchstone.training.SmallTask.WIDTH;
import static dev.touchstone.training.SmallTask.dense;
import static dev.touchstone.training.SmallTask.dropout;
import static dev.touchstone.training.SmallTask.regularised;
import static dev.touchstone.training.SmallTask.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.model.LayerSpec;
import dev.touchstone.model.layer.DropoutKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each regulariser does to a network in some steps. */
class RegularisedStepsTest {
    private static final Seed SEED = new Seed(5);
    private static final int STEPS = 60;
    private static final double RATE = 0.02;

    private static Learners with(Map<String, Double> regularisation, LayerSpec... hidden) {
        return regularised(regularisation, GradientRules.NONE, hidden);
    }

    private static float[] trained(Learners learners) {
        try (Learner learner = learners.regularised(SEED)) {
            for (int step = 0; step < STEPS; step++) {
                learner.step(List.of(new Learner.Step(rows(32, step), RATE, step)));
            }
            return learner.save(0).parameters();
        }
    }

    /** The first layer's weights, [WIDTH, UNITS], a unit's one after another. */
    private static float[] weights(float[] parameters) {
        return Arrays.copyOf(parameters, WIDTH * SmallTask.UNITS);
    }

    private static double norm(float[] values, int power) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Math.pow(Math.abs(values[i]), power))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight-decay", "l2", "l1"})
    void penalty_shrinksWeights(String kind) {
        float[] free = weights(trained(with(Map.of(), dense("tanh"))));
        float[] held = weights(trained(with(Map.of(kind, 0.3), dense("tanh"))));

        assertThat(norm(held, 2)).isLessThan(0.9 * norm(free, 2));
        assertThat(norm(held, 1)).isLessThan(0.95 * norm(free, 1));
    }

    @Test
    void l1_leavesMoreWeightsNearZeroThanL2OfTheSameNorm() {
        float[] lasso = weights(trained(with(Map.of("l1", 0.05), dense("tanh"))));
        float[] ridge = weights(trained(with(Map.of("l2", 0.05), dense("tanh"))));

        assertThat(nearZero(lasso)).isGreaterThan(nearZero(ridge));
    }

    private static long nearZero(float[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> Math.abs(values[i]) < RATE)
                .count();
    }

    /** Under Adam the first step of a term in the gradient has the size of the rate, whatever the term's. */
    @Test
    void l2UnderAdam_isScaledAsTheGradientIs_andWeightDecayIsNot() {
        Rows batch = rows(32, 1);
        float[] free = afterOneStep(Map.of(), batch);
        float[] decayed = afterOneStep(Map.of("weight-decay", 0.5), batch);
        float[] ridge = afterOneStep(Map.of("l2", 0.5), batch);
        try (Learner start = with(Map.of(), dense("tanh")).regularised(SEED)) {
            float[] before = start.save(0).parameters();
            for (int i = 0; i < WIDTH * SmallTask.UNITS; i++) {
                assertThat((double) free[i] - decayed[i]).isCloseTo(RATE * 0.5 * before[i], within(1e-6));
                double step = Math.abs(ridge[i] - before[i]);
                assertThat(step).isCloseTo(RATE, within(0.01 * RATE));
            }
        }
    }

    private static float[] afterOneStep(Map<String, Double> regularisation, Rows batch) {
        try (Learner learner = with(regularisation, dense("tanh")).regularised(SEED)) {
            learner.step(List.of(new Learner.Step(batch, RATE, 0)));
            return learner.save(0).parameters();
        }
    }

    @Test
    void maxNorm_boundsTheWeightsIntoEachUnit() {
        double most = 0.4;
        float[] free = weights(trained(with(Map.of(), dense("tanh"))));
        float[] held = weights(trained(with(Map.of("max-norm", most), dense("tanh"))));

        assertThat(largestUnit(free)).isGreaterThan(most);
        assertThat(largestUnit(held)).isCloseTo(most, within(1e-3));
    }

    private static double largestUnit(float[] weights) {
        return IntStream.range(0, SmallTask.UNITS)
                .mapToDouble(unit -> Math.sqrt(norm(Arrays.copyOfRange(weights, unit * WIDTH, (unit + 1) * WIDTH), 2)))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-connect", "weight-noise", "gradient-noise"})
    void noise_isDrawnFromTheStepsSeedAndIsGoneInInference(String kind) {
        actsInTrainingOnly(with(Map.of(kind, 0.4), dense("tanh")));
    }

    @ParameterizedTest
    @EnumSource(value = DropoutKind.class, names = "SPATIAL", mode = EnumSource.Mode.EXCLUDE)
    void dropout_isDrawnFromTheStepsSeedAndIsGoneInInference(DropoutKind kind) {
        actsInTrainingOnly(with(Map.of(), dense("tanh"), dropout(0.4, kind)));
    }

    private static void actsInTrainingOnly(Learners learners) {
        Rows batch = rows(32, 1);
        try (Learner learner = learners.regularised(SEED);
                Learner plain = learners.plain(SEED)) {
            LearnerState start = learner.save(0);
            assertThat(learner.predict(0, batch).numbers())
                    .isEqualTo(plain.predict(0, batch).numbers());
            float[] first = stepped(learner, start, batch, 1);
            assertThat(stepped(learner, start, batch, 1)).isEqualTo(first);
            assertThat(stepped(learner, start, batch, 2)).isNotEqualTo(first);
            assertThat(stepped(plain, start, batch, 2)).isEqualTo(stepped(plain, start, batch, 1));
        }
    }

    private static float[] stepped(Learner learner, LearnerState start, Rows batch, long seed) {
        learner.restore(0, start);
        learner.step(List.of(new Learner.Step(batch, RATE, seed)));
        return learner.save(0).parameters();
    }
}
