package dev.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.SeededPredictions;
import dev.touchstone.search.Ranking.Scored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RankingTest {
    private static final Seed SEED = new Seed(5);
    private static final int CLASSES = 3;

    private static List<Scored> trials(Metric metric, Targets labels, double... right) {
        return IntStream.range(0, right.length)
                .mapToObj(i -> trial(metric, labels, i + 1, right[i]))
                .toList();
    }

    private static Scored trial(Metric metric, Targets labels, int number, double right) {
        Predictions predictions = SeededPredictions.of(labels, CLASSES, right, SEED.derive("trial", number));
        double value = metric.value(predictions, labels);
        return new Scored(number, value, new Interval(value, value), predictions);
    }

    private static Targets labels(Metric metric, int rows) {
        return SeededPredictions.targets(metric, rows, CLASSES, SEED);
    }

    @Test
    void noTrials_haveNoRanking() {
        assertThat(Ranking.rank(List.of(), Metric.ACCURACY, Direction.MAXIMISE, labels(Metric.ACCURACY, 10)))
                .isEmpty();
    }

    @Test
    void oneTrialAlone_isFirstAndTiedWithNothing() {
        Scored only = trial(Metric.ACCURACY, labels(Metric.ACCURACY, 50), 4, 0.8);

        assertThat(Ranking.rank(List.of(only), Metric.ACCURACY, Direction.MAXIMISE, labels(Metric.ACCURACY, 50)))
                .containsExactly(new Ranked(1, 4, only.value(), only.interval(), 1, false));
    }

    @ParameterizedTest
    @EnumSource
    void trials_areOrderedFromTheBestOnInWhateverOrderTheyCome(Metric metric) {
        Targets labels = labels(metric, 400);
        List<Scored> trials = new ArrayList<>(trials(metric, labels, 0.6, 0.9, 0.4, 0.75));
        List<Ranked> ranking = Ranking.rank(trials, metric, metric.direction(), labels);
        Collections.shuffle(trials, new Random(1));

        assertThat(ranking).extracting(Ranked::trial).containsExactly(2, 4, 1, 3);
        assertThat(ranking).extracting(Ranked::rank).containsExactly(1, 2, 3, 4);
        assertThat(Ranking.rank(trials, metric, metric.direction(), labels)).isEqualTo(ranking);
    }

    @Test
    void otherDirection_turnsTheOrderRound() {
        Targets labels = labels(Metric.ACCURACY, 400);

        assertThat(Ranking.rank(trials(Metric.ACCURACY, labels, 0.6, 0.9), Metric.ACCURACY, Direction.MINIMISE, labels))
                .extracting(Ranked::trial)
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void clearlyWorseTrial_isNotTiedWithTheFirst(Metric metric) {
        Targets labels = labels(metric, 400);

        assertThat(Ranking.rank(trials(metric, labels, 0.5, 0.95), metric, metric.direction(), labels))
                .extracting(Ranked::tied)
                .containsExactly(false, false);
    }

    @ParameterizedTest
    @EnumSource
    void trialsThatPredictTheSame_areTiedAndTheLowerNumberComesFirst(Metric metric) {
        Targets labels = labels(metric, 100);
        Scored first = trial(metric, labels, 3, 0.8);
        Scored copy = new Scored(2, first.value(), first.interval(), first.predictions());

        List<Ranked> ranking = Ranking.rank(List.of(first, copy), metric, metric.direction(), labels);

        assertThat(ranking).extracting(Ranked::trial).containsExactly(2, 3);
        assertThat(ranking).allMatch(Ranked::tied).extracting(Ranked::pValue).containsExactly(1.0, 1.0);
    }

    @Test
    void pValuesOfManyTrials_areAdjusted() {
        Targets labels = labels(Metric.ACCURACY, 200);
        List<Scored> two = trials(Metric.ACCURACY, labels, 0.9, 0.8);
        double alone = Ranking.rank(two, Metric.ACCURACY, Direction.MAXIMISE, labels)
                .get(1)
                .pValue();
        List<Scored> many = new ArrayList<>(two);
        IntStream.rangeClosed(3, 20)
                .forEach(i -> many.add(new Scored(
                        i, two.get(1).value(), two.get(1).interval(), two.get(1).predictions())));

        assertThat(alone).isLessThan(0.05);
        assertThat(Ranking.rank(many, Metric.ACCURACY, Direction.MAXIMISE, labels))
                .filteredOn(ranked -> ranked.rank() > 1)
                .allSatisfy(ranked -> assertThat(ranked.pValue()).isEqualTo(Math.min(1, 19 * alone)));
    }

    @ParameterizedTest
    @EnumSource
    void trialWithoutAValue_comesLastAndIsTiedWithNothing(Metric metric) {
        Targets labels = labels(metric, 50);
        float[] broken = new float[labels.count() * CLASSES];
        Arrays.fill(broken, Float.NaN);
        Scored lost = new Scored(1, Double.NaN, new Interval(Double.NaN, Double.NaN), new Predictions(CLASSES, broken));

        List<Ranked> ranking =
                Ranking.rank(List.of(lost, trial(metric, labels, 2, 0.2)), metric, metric.direction(), labels);

        assertThat(ranking).extracting(Ranked::trial).containsExactly(2, 1);
        assertThat(ranking).noneMatch(Ranked::tied);
    }

    @ParameterizedTest
    @EnumSource
    void thousandTrialsOfThousandRows_areRankedQuickly(Metric metric) {
        Targets labels = labels(metric, 1_000);
        double[] right =
                IntStream.range(0, 1_000).mapToDouble(i -> 0.95 - 0.0002 * i).toArray();
        List<Scored> trials = trials(metric, labels, right);

        List<Ranked> ranking = Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> Ranking.rank(trials, metric, metric.direction(), labels));

        assertThat(ranking).hasSize(1_000);
        assertThat(ranking.get(1).tied()).isTrue();
        assertThat(ranking.get(999).tied()).isFalse();
    }
}
