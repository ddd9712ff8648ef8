package dev.touchstone.training;

import static dev.touchstone.training.SmallTask.dense;
import static dev.touchstone.training.SmallTask.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Tasks;
import dev.touchstone.model.LayerSpec;
import dev.touchstone.model.LossFunction;
import dev.touchstone.model.ModelSpec;
import dev.touchstone.model.NetworkBuilder;
import dev.touchstone.model.RegularisationSpec;
import dev.touchstone.model.Setting;
import dev.touchstone.space.Assignment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With plain gradient descent at a rate of 1 the change of the parameters is the gradient that the optimiser got. */
class GradientRulesTest {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final int FIRST_LAYER = SmallTask.WIDTH * SmallTask.UNITS + SmallTask.UNITS;

    private static Learner learner(GradientRules rules) {
        Setting noise = new Setting.Fixed(rules.noise());
        ModelSpec model = new ModelSpec(List.of(dense("tanh"), new LayerSpec.Output(LossFunction.CROSS_ENTROPY)))
                .regularisedBy(new RegularisationSpec(Map.of("gradient-noise", noise)));
        NetworkBuilder builder = new NetworkBuilder(model, List.of(SmallTask.WIDTH), Tasks.classes(SmallTask.CLASSES));
        return new Dl4jLearners(builder, new Assignment(Map.of("optimiser", "sgd")), rules).regularised(new Seed(3));
    }

    private static double[] gradient(GradientRules rules, Rows batch) {
        try (Learner learner = learner(rules)) {
            float[] before = learner.save(0).parameters();
            learner.step(List.of(new Learner.Step(batch, 1, 7)));
            float[] after = learner.save(0).parameters();
            double[] gradient = new double[before.length];
            for (int i = 0; i < before.length; i++) {
                gradient[i] = (double) before[i] - after[i];
            }
            return gradient;
        }
    }

    private static double norm(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] * values[i];
        }
        return Math.sqrt(sum);
    }

    @Test
    void largestValue_cutsEachNumberAlone() {
        Rows batch = rows(40, 1);
        double[] free = gradient(GradientRules.NONE, batch);
        double[] clipped = gradient(new GradientRules(0.05, NONE, NONE, 0, Integer.MAX_VALUE), batch);

        for (int i = 0; i < free.length; i++) {
            assertThat(clipped[i]).isCloseTo(Math.max(-0.05, Math.min(0.05, free[i])), within(1e-6));
        }
        assertThat(Arrays.stream(free).anyMatch(value -> Math.abs(value) > 0.05))
                .isTrue();
    }

    @Test
    void largestNorm_shortensTheWholeGradientAndKeepsItsDirection() {
        Rows batch = rows(40, 1);
        double[] free = gradient(GradientRules.NONE, batch);
        double length = norm(free, 0, free.length);
        double[] clipped = gradient(new GradientRules(NONE, length / 3, NONE, 0, Integer.MAX_VALUE), batch);
        double[] untouched = gradient(new GradientRules(NONE, 2 * length, NONE, 0, Integer.MAX_VALUE), batch);

        for (int i = 0; i < free.length; i++) {
            assertThat(clipped[i]).isCloseTo(free[i] / 3, within(1e-6));
        }
        assertThat(untouched).isEqualTo(free);
        assertThat(clipped(new GradientRules(NONE, length / 3, NONE, 0, Integer.MAX_VALUE), batch))
                .isCloseTo(2.0 / 3, within(1e-5));
        assertThat(clipped(new GradientRules(NONE, 2 * length, NONE, 0, Integer.MAX_VALUE), batch))
                .isZero();
        assertThat(clipped(GradientRules.NONE, batch)).isZero();
    }

    /** The share that clipping is told to have taken. */
    private static double clipped(GradientRules rules, Rows batch) {
        try (Learner learner = learner(rules)) {
            learner.step(List.of(new Learner.Step(batch, 1, 7)));
            return learner.clipped(0);
        }
    }

    @Test
    void largestNormOfALayer_shortensEachLayerAlone() {
        Rows batch = rows(40, 1);
        double[] free = gradient(GradientRules.NONE, batch);
        double hidden = norm(free, 0, FIRST_LAYER);
        double output = norm(free, FIRST_LAYER, free.length);
        double bound = Math.sqrt(hidden * output); // between the two
        double[] clipped = gradient(new GradientRules(NONE, NONE, bound, 0, Integer.MAX_VALUE), batch);

        assertThat(norm(clipped, 0, FIRST_LAYER)).isCloseTo(Math.min(hidden, bound), within(1e-5));
        assertThat(norm(clipped, FIRST_LAYER, free.length)).isCloseTo(Math.min(output, bound), within(1e-5));
        assertThat(hidden).isNotCloseTo(output, within(1e-2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 39})
    void gradientOfParts_isThatOfTheWholeBatch(int rowsAtOnce) {
        Rows batch = rows(40, 1);
        double[] whole = gradient(GradientRules.NONE, batch);
        double[] parts = gradient(new GradientRules(NONE, NONE, NONE, 0, rowsAtOnce), batch);

        for (int i = 0; i < whole.length; i++) {
            assertThat(parts[i]).isCloseTo(whole[i], within(1e-6));
        }
        try (Learner one = learner(GradientRules.NONE);
                Learner other = learner(new GradientRules(NONE, NONE, NONE, 0, rowsAtOnce))) {
            Learner.Step step = new Learner.Step(batch, 0.1, 0);
            for (int i = 0; i < 5; i++) {
                assertThat(other.step(List.of(step))[0]).isCloseTo(one.step(List.of(step))[0], within(1e-5));
            }
        }
    }

    @Test
    void noiseOfTheFirstStep_hasTheVarianceThatIsStated() {
        Rows batch = rows(40, 1);
        double variance = 0.25;
        GradientRules noisy = GradientRules.NONE.withNoise(variance);
        double[] free = gradient(GradientRules.NONE, batch);
        double[] shaken = gradient(noisy, batch);
        double sum = 0;
        for (int i = 0; i < free.length; i++) {
            sum += Math.pow(shaken[i] - free[i], 2);
        }
        // A mean of 44 squares of standard normal numbers has a standard deviation of the square root of 2/44.
        assertThat(sum / free.length / variance).isBetween(1 - 3 * 0.213, 1 + 3 * 0.213);
    }
}
