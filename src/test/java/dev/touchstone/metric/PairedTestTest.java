package dev.touchstone.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairedTestTest {
    private static final Seed SEED = new Seed(11);
    private static final int CLASSES = 3;

    private static Targets labels(Metric metric) {
        return SeededPredictions.targets(metric, 120, CLASSES, SEED);
    }

    private static Predictions predictions(Metric metric, double right, Seed seed) {
        return SeededPredictions.of(labels(metric), CLASSES, right, seed);
    }

    private static double pValue(Metric metric, Predictions first, Predictions second) {
        return PairedTest.pValue(metric, first, second, labels(metric), SEED);
    }

    @ParameterizedTest
    @EnumSource
    void identicalPredictions_areNotSeparatedAtAll(Metric metric) {
        assertThat(pValue(metric, predictions(metric, 0.8, SEED), predictions(metric, 0.8, SEED)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void order_doesNotMatter(Metric metric) {
        for (int i = 0; i < 20; i++) {
            Predictions first = predictions(metric, 0.8, SEED.derive("first", i));
            Predictions second = predictions(metric, 0.9, SEED.derive("second", i));

            assertThat(pValue(metric, first, second))
                    .isEqualTo(pValue(metric, second, first))
                    .isBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void equallyGoodTrials_areSeparatedAsOftenAsTheLevelSays(Metric metric) {
        int cases = 400;
        double[] pValues = IntStream.range(0, cases)
                .mapToDouble(i -> pValue(
                        metric,
                        predictions(metric, 0.8, SEED.derive("first", i)),
                        predictions(metric, 0.8, SEED.derive("second", i))))
                .toArray();

        for (double level : new double[] {0.01, 0.05, 0.2, 0.5}) {
            double share = DoubleStream.of(pValues).filter(p -> p <= level).count() / (double) cases;
            double threeStandardErrors = 3 * Math.sqrt(level * (1 - level) / cases);
            assertThat(share).as("false alarms at level %s", level).isLessThan(level + threeStandardErrors);
        }
        assertThat(DoubleStream.of(pValues).min().orElseThrow())
                .as("smallest p-value")
                .isLessThan(0.1);
    }

    @ParameterizedTest
    @EnumSource
    void muchBetterTrial_isSeparated(Metric metric) {
        assertThat(pValue(
                        metric,
                        predictions(metric, 0.95, SEED.derive("good")),
                        predictions(metric, 0.5, SEED.derive("bad"))))
                .isBetween(0.0, 0.001)
                .isPositive();
    }

    /** Expected values are twice the binomial tail, as R's binom.test gives for a fair coin. */
    @ParameterizedTest
    @CsvSource({"0, 6, 0.03125", "1, 9, 0.021484375", "1, 1, 1.0", "5, 5, 1.0", "2, 8, 0.109375", "0, 1, 1.0"})
    void mcNemar_doublesTheBinomialTail(int onlyFirst, int onlySecond, double expected) {
        int rows = onlyFirst + onlySecond + 4;
        Predictions first = rightWhere(rows, row -> row < onlyFirst || row >= onlyFirst + onlySecond);
        Predictions second = rightWhere(rows, row -> row >= onlyFirst);

        assertThat(PairedTest.pValue(Metric.ACCURACY, first, second, new Targets.Classes(new int[rows]), SEED))
                .isCloseTo(expected, within(1e-12));
    }

    private static Predictions rightWhere(int rows, IntPredicate right) {
        float[] probabilities = new float[2 * rows];
        for (int row = 0; row < rows; row++) {
            probabilities[2 * row + (right.test(row) ? 0 : 1)] = 1;
        }
        return new Predictions(2, probabilities);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 12})
    void signFlips_comeCloseToAllSignsTried(int count) {
        for (int i = 0; i < 5; i++) {
            SplittableRandom random = SEED.derive("differences", i).random();
            double[] differences = random.doubles(count, -1, 1.6).toArray();
            double exact = exactPValue(differences);

            assertThat(SignFlipTest.pValue(differences, SEED))
                    .isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / SignFlipTest.DRAWS) + 2e-4));
        }
    }

    private static double exactPValue(double[] differences) {
        double sum = Math.abs(DoubleStream.of(differences).sum());
        int all = 1 << differences.length;
        long reached = IntStream.range(0, all)
                .mapToDouble(signs -> IntStream.range(0, differences.length)
                        .mapToDouble(i -> (signs >> i & 1) == 1 ? differences[i] : -differences[i])
                        .sum())
                .filter(flipped -> Math.abs(flipped) >= sum - 1e-9)
                .count();
        return (double) reached / all;
    }

    @Test
    void differenceTooClearForDraws_isBoundedFromAbove() {
        double[] differences = new double[40];
        Arrays.fill(differences, 0.25);
        double exact = 2 * Math.pow(2, -40);

        assertThat(SignFlipTest.pValue(differences, SEED))
                .isGreaterThanOrEqualTo(exact)
                .isLessThan(1e-6);
    }

    @ParameterizedTest
    @EnumSource
    void predictionsThatAreNotFinite_areRefused(Metric metric) {
        float[] broken = new float[labels(metric).count() * CLASSES];
        Arrays.fill(broken, Float.NaN);

        assertThatThrownBy(() -> pValue(metric, predictions(metric, 0.8, SEED), new Predictions(CLASSES, broken)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
