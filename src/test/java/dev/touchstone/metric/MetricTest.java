package dev.touchstone.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricTest {
    private static final Seed SEED = new Seed(3);

    /** Three rows of class 0, of which two are right, and one row of class 1, which is right. */
    private static final Targets LABELS = new Targets.Classes(new int[] {0, 0, 0, 1});

    private static final Predictions PREDICTIONS =
            new Predictions(2, new float[] {0.75f, 0.25f, 0.75f, 0.25f, 0.25f, 0.75f, 0.25f, 0.75f});

    @Test
    void accuracy_isTheShareOfRightRows() {
        assertThat(Metric.ACCURACY.value(PREDICTIONS, LABELS)).isEqualTo(0.75);
    }

    @Test
    void balancedAccuracy_weighsClassesTheSame() {
        assertThat(Metric.BALANCED_ACCURACY.value(PREDICTIONS, LABELS)).isCloseTo((2 / 3.0 + 1) / 2, within(1e-12));
    }

    @Test
    void balancedAccuracy_leavesOutClassesWithoutRows() {
        Predictions threeClasses = new Predictions(3, new float[] {1, 0, 0, 1, 0, 0});

        assertThat(Metric.BALANCED_ACCURACY.value(threeClasses, new Targets.Classes(new int[] {0, 1})))
                .isEqualTo(0.5);
    }

    @Test
    void crossEntropy_isTheMeanNegativeLogOfTheRightClass() {
        assertThat(Metric.CROSS_ENTROPY.value(PREDICTIONS, LABELS))
                .isCloseTo(-(3 * Math.log(0.75) + Math.log(0.25)) / 4, within(1e-12));
    }

    @Test
    void crossEntropyOfAnImpossibleRightClass_isLargeButFinite() {
        Predictions sure = new Predictions(2, new float[] {0, 1});

        assertThat(Metric.CROSS_ENTROPY.value(sure, new Targets.Classes(new int[] {0})))
                .isEqualTo(-Math.log(Metric.SMALLEST_PROBABILITY));
    }

    @Test
    void errorsOfNumbers_areInTheirOwnUnit() {
        Targets prices = new Targets.Values(new float[] {1, 2, 3, 6});
        Predictions predictions = new Predictions(1, new float[] {1, 2, 6, 2});

        assertThat(Metric.RMSE.value(predictions, prices)).isCloseTo(2.5, within(1e-12));
        assertThat(Metric.MAE.value(predictions, prices)).isCloseTo(7 / 4.0, within(1e-12));
        assertThat(Metric.R2.value(predictions, prices)).isCloseTo(1 - 25 / 14.0, within(1e-12));
    }

    @Test
    void meanOfTheLabels_explainsNothing() {
        Targets prices = new Targets.Values(new float[] {1, 2, 3, 6});

        assertThat(Metric.R2.value(new Predictions(1, new float[] {3, 3, 3, 3}), prices))
                .isEqualTo(0);
    }

    /** As scikit-learn's f1_score (a label that nobody has counts 0) and accuracy_score define them. */
    @Test
    void scoresOfLabelSets_countLabelsAndWholeRows() {
        Targets sets = new Targets.LabelSets(3, new boolean[] {
            true, false, false,
            true, true, false,
            false, true, false,
            false, false, false,
        });
        Predictions predictions = new Predictions(
                3, new float[] {0.9f, 0.2f, 0.1f, 0.8f, 0.4f, 0.1f, 0.6f, 0.7f, 0.2f, 0.3f, 0.2f, 0.5f});

        assertThat(Metric.MICRO_F1.value(predictions, sets)).isCloseTo(0.75, within(1e-12));
        assertThat(Metric.MACRO_F1.value(predictions, sets)).isCloseTo((4 / 5.0 + 2 / 3.0 + 0) / 3, within(1e-12));
        assertThat(Metric.EXACT_MATCH.value(predictions, sets)).isEqualTo(0.5);
        assertThat(Metric.BINARY_CROSS_ENTROPY.value(predictions, sets))
                .isCloseTo(
                        -Math.log(0.9 * 0.8 * 0.9 * 0.8 * 0.4 * 0.9 * 0.4 * 0.7 * 0.8 * 0.7 * 0.8 * 0.5) / 4,
                        within(1e-6));
    }

    @Test
    void labelThatNobodyHas_countsNothingInMicroF1() {
        Targets none = new Targets.LabelSets(2, new boolean[4]);
        Predictions right = new Predictions(2, new float[4]);

        assertThat(Metric.MICRO_F1.value(right, none)).isZero();
        assertThat(Metric.MACRO_F1.value(right, none)).isZero();
        assertThat(Metric.EXACT_MATCH.value(right, none)).isEqualTo(1);
    }

    @Test
    void intervalsOfF1_stayWithinZeroAndOne() {
        Targets sets = SeededPredictions.targets(Metric.MACRO_F1, 12, 3, SEED);
        Predictions nearlyRight = SeededPredictions.of(sets, 3, 0.97, SEED);

        assertThat(Metric.MACRO_F1.interval(nearlyRight, sets, SEED).high()).isLessThanOrEqualTo(1);
        assertThat(Metric.MICRO_F1.interval(nearlyRight, sets, SEED).high()).isLessThanOrEqualTo(1);
    }

    @Test
    void tiedProbabilities_chooseTheFirstClass() {
        assertThat(new Predictions(3, new float[] {0.2f, 0.4f, 0.4f}).chosen(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void value_isMadeOfTheMeanOfTheRowScores(Metric metric) {
        Targets labels = SeededPredictions.targets(metric, 137, 4, SEED);
        Predictions predictions = SeededPredictions.of(labels, 4, 0.8, SEED);

        assertThat(metric.value(predictions, labels))
                .isEqualTo(metric.ofMean(
                        DoubleStream.of(metric.rowScores(predictions, labels))
                                .average()
                                .orElseThrow(),
                        labels));
    }

    @ParameterizedTest
    @EnumSource
    void oneNumberThatIsNotFinite_makesValueAndIntervalNaN(Metric metric) {
        Targets labels = SeededPredictions.targets(metric, 20, 2, SEED);
        Predictions broken = SeededPredictions.of(labels, 2, 0.8, SEED);
        broken.numbers()[1] = Float.NaN;

        assertThat(metric.value(broken, labels)).isNaN();
        assertThat(metric.interval(broken, labels, SEED)).isEqualTo(new Interval(Double.NaN, Double.NaN));
    }

    @ParameterizedTest
    @EnumSource
    void labelsOfOtherRows_areRefused(Metric metric) {
        Targets labels = SeededPredictions.targets(metric, 20, 2, SEED);
        Predictions predictions = SeededPredictions.of(labels, 2, 0.8, SEED);

        assertThatThrownBy(() -> metric.value(predictions, labels.range(0, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("20", "3");
    }

    @ParameterizedTest
    @EnumSource
    void interval_holdsTheValueAndIsTheSameForTheSameSeed(Metric metric) {
        for (int i = 0; i < 10; i++) {
            Seed seed = SEED.derive("case", i);
            Targets labels = SeededPredictions.targets(metric, 150, 3, seed);
            Predictions predictions = SeededPredictions.of(labels, 3, 0.5 + 0.05 * i, seed);

            Interval interval = metric.interval(predictions, labels, seed);

            assertThat(metric.value(predictions, labels)).isBetween(interval.low(), interval.high());
            assertThat(interval).isEqualTo(metric.interval(predictions, labels, seed));
        }
    }

    @ParameterizedTest
    @EnumSource
    void intervalOfHigherConfidence_isWider(Metric metric) {
        Targets labels = SeededPredictions.targets(metric, 150, 3, SEED);
        Predictions predictions = SeededPredictions.of(labels, 3, 0.8, SEED);

        Interval usual = metric.interval(predictions, labels, SEED);
        Interval surer = metric.interval(predictions, labels, 0.99, SEED);

        assertThat(surer.low()).isLessThan(usual.low());
        assertThat(surer.high()).isGreaterThan(usual.high());
    }

    @Test
    void accuracyIntervalOfAllRowsRight_staysWithinZeroAndOne() {
        Predictions right = new Predictions(2, new float[] {1, 0, 1, 0});

        Interval interval = Metric.ACCURACY.interval(right, new Targets.Classes(new int[2]), SEED);

        assertThat(interval.high()).isEqualTo(1);
        assertThat(interval.low()).isBetween(0.1, 0.9);
    }

    @ParameterizedTest
    @EnumSource
    void interval_coversTheTruthAboutNineteenTimesInTwenty(Metric metric) {
        Targets manyLabels = SeededPredictions.targets(metric, 200_000, 3, SEED);
        double truth = metric.value(SeededPredictions.of(manyLabels, 3, 0.8, SEED), manyLabels);
        int cases = 1_000;

        long covered = IntStream.range(0, cases)
                .mapToObj(i -> SEED.derive("coverage", i))
                .filter(seed -> {
                    Targets labels = SeededPredictions.targets(metric, 100, 3, seed);
                    Interval interval = metric.interval(SeededPredictions.of(labels, 3, 0.8, seed), labels, seed);
                    return interval.low() <= truth && truth <= interval.high();
                })
                .count();

        assertThat((double) covered / cases).isBetween(0.92, 0.98);
    }

    @ParameterizedTest
    @EnumSource
    void name_leadsBackToTheMetric(Metric metric) {
        assertThat(Metric.named(metric.specName())).contains(metric);
        assertThat(Metric.named("f1")).isEmpty();
    }
}
