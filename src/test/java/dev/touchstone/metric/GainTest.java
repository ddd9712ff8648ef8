package dev.touchstone.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GainTest {
    private static final Seed SEED = new Seed(1);

    @ParameterizedTest
    @EnumSource(Metric.class)
    void answers_gainNothingOverThemselves(Metric metric) {
        Targets targets = targets(metric);
        Predictions answers = answers(metric, 0.3f);

        Gain gain = Gain.of(metric, metric.direction(), answers, List.of(answers), targets, SEED);

        assertThat(gain).isEqualTo(new Gain(0, new Interval(0, 0), 1.0));
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void betterAnswers_gainWhateverTheMetricsDirection(Metric metric) {
        Targets targets = targets(metric);
        Predictions right = answers(metric, 0);
        Predictions worse = answers(metric, 0.7f);

        Gain gain = Gain.of(metric, metric.direction(), right, List.of(worse), targets, SEED);

        assertThat(gain.value()).isPositive();
        assertThat(gain.interval().low()).isLessThanOrEqualTo(gain.value());
        assertThat(gain.interval().high()).isGreaterThanOrEqualTo(gain.value());
    }

    @Test
    void severalOthers_countByTheMeanOfTheirFigures() {
        Targets targets = new Targets.Values(new float[] {0, 0, 0, 0});
        List<Predictions> others =
                List.of(new Predictions(1, new float[] {2, 2, 2, 2}), new Predictions(1, new float[] {-4, -4, -4, -4}));
        Predictions mean = new Predictions(1, new float[] {-1, -1, -1, -1});

        Gain gain = Gain.of(Metric.RMSE, Direction.MINIMISE, mean, others, targets, SEED);

        assertThat(gain.value()).isCloseTo(3 - 1, within(1e-9));
        assertThat(gain.interval()).isEqualTo(new Interval(2, 2));
        assertThat(gain.pValue()).isNull();
    }

    /** Rows that are hard for both say nothing about the difference. */
    @Test
    void interval_isOfTheDifferenceAndNotOfTheTwoSides() {
        float[] truth = new float[100];
        float[] first = new float[100];
        float[] second = new float[100];
        for (int row = 0; row < truth.length; row++) {
            float hard = row * 10;
            first[row] = hard;
            second[row] = hard + 1;
        }
        Targets targets = new Targets.Values(truth);

        Gain gain = Gain.of(
                Metric.MAE,
                Direction.MINIMISE,
                new Predictions(1, first),
                List.of(new Predictions(1, second)),
                targets,
                SEED);

        assertThat(gain.interval().high() - gain.interval().low()).isLessThan(1e-9);
    }

    private static Targets targets(Metric metric) {
        return switch (metric.task()) {
            case CLASSIFICATION -> new Targets.Classes(new int[] {0, 1, 0, 1, 1, 0});
            case REGRESSION -> new Targets.Values(new float[] {1, 2, 3, 4, 5, 6});
            case MULTI_LABEL ->
                new Targets.LabelSets(
                        2, new boolean[] {true, false, true, true, false, true, true, false, false, true, true, true});
        };
    }

    /** Right but for a share of each answer, which beyond one half is wrong. */
    private static Predictions answers(Metric metric, float wrong) {
        Predictions right = Predictions.right(targets(metric), metric.task() == Task.Kind.REGRESSION ? 1 : 2);
        float[] numbers = right.numbers().clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = right.answers() == 1 ? numbers[i] + 3 * wrong * (i % 3) : Math.abs(numbers[i] - wrong);
        }
        return new Predictions(right.answers(), numbers);
    }
}
