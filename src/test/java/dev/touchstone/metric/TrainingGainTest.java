package dev.touchstone.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the trainings of one way gain over those of another. */
class TrainingGainTest {
    private static final Seed SEED = new Seed(21);
    private static final int CLASSES = 3;
    private static final double CONFIDENCE = 0.99;

    private static Targets targets(Metric metric) {
        return SeededPredictions.targets(metric, 120, CLASSES, SEED);
    }

    private static List<Predictions> trainings(Metric metric, int count, double right, Seed seed) {
        return IntStream.range(0, count)
                .mapToObj(i -> SeededPredictions.of(targets(metric), CLASSES, right, seed.derive("training", i)))
                .toList();
    }

    private static TrainingGain gain(Metric metric, List<Predictions> before, List<Predictions> after) {
        return TrainingGain.between(metric, metric.direction(), before, after, targets(metric), CONFIDENCE);
    }

    @ParameterizedTest
    @EnumSource
    void betterTrainings_gainWhicheverDirectionIsBetter(Metric metric) {
        TrainingGain gain =
                gain(metric, trainings(metric, 3, 0.3, SEED), trainings(metric, 3, 0.95, SEED.derive("after")));

        assertThat(gain.gain()).isPositive();
        assertThat(gain.gain()).isCloseTo(Math.abs(gain.after() - gain.before()), within(1e-12));
        assertThat(gain.interval().low()).isBetween(0.0, gain.gain());
        assertThat(gain.interval().high()).isGreaterThan(gain.gain());
    }

    @ParameterizedTest
    @EnumSource
    void equallyGoodTrainings_seemToGainOrLoseAsRarelyAsTheConfidenceSays(Metric metric) {
        int cases = 200;
        long apart = IntStream.range(0, cases)
                .mapToObj(i -> gain(
                        metric,
                        trainings(metric, 3, 0.8, SEED.derive("before", i)),
                        trainings(metric, 1 + 2 * (i % 2), 0.8, SEED.derive("after", i))))
                .filter(gain -> gain.interval().low() > 0 || gain.interval().high() < 0)
                .count();

        assertThat(apart).isLessThanOrEqualTo(8); // 2 expected; more than 8 about once in 4,000 times
    }

    @Test
    void trainingsThatAreAlike_gainNothingForSure() {
        List<Predictions> same = trainings(Metric.ACCURACY, 1, 0.8, SEED);
        List<Predictions> twice = List.of(same.get(0), same.get(0));

        assertThat(gain(Metric.ACCURACY, twice, twice).interval()).isEqualTo(new Interval(0, 0));
    }

    @Test
    void singleTraining_tellsNothingOfTheNoise() {
        List<Predictions> one = trainings(Metric.ACCURACY, 1, 0.8, SEED);

        assertThatThrownBy(() -> gain(Metric.ACCURACY, one, one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 and 1 trainings tell no gain");
    }
}
