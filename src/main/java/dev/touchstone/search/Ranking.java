package dev.touchstone.search;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Holm;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.PairedTest;
import dev.touchstone.metric.Predictions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts complete trials in order and tells which of them the validation rows do not separate from the first. A pure function
 * of what the trials predicted.
 */
public final class Ranking {
    /** Trials whose adjusted p-value against rank 1 lies above this are tied with it. */
    public static final double LEVEL = 0.05;

    /** The same sign flips for every study, so that a ranking is the same whenever it is made. */
    private static final Seed SEED = new Seed(1).derive("ranking");

    private Ranking() {}

    /**
     * A complete trial.
     *
     * @param value the metric on the validation split
     * @param interval 95 % confidence interval of the value
     * @param predictions for the validation rows
     */
    public record Scored(int trial, double value, Interval interval, Predictions predictions) {}

    /**
     * The trials from the best on; of equal ones the lower number comes first. Each is compared with rank 1 by a paired test
     * and the p-values are adjusted by Holm. Rank 1 is tied when another trial is tied with it. A trial whose value is NaN
     * comes last, has p-value 0 and is never tied.
     *
     * @param targets of each validation row, in the order of the predictions
     */
    public static List<Ranked> rank(List<Scored> complete, Metric metric, Direction direction, Targets targets) {
        if (complete.isEmpty()) {
            return List.of();
        }
        List<Scored> ordered = complete.stream().sorted(order(direction)).toList();
        Scored first = ordered.get(0);
        double[] pValues = Holm.adjust(ordered.stream()
                .skip(1)
                .mapToDouble(other -> pValue(metric, first, other, targets))
                .toArray());
        boolean firstIsTied = IntStream.range(0, pValues.length).anyMatch(i -> pValues[i] > LEVEL);

        List<Ranked> ranking = new ArrayList<>();
        ranking.add(new Ranked(1, first.trial(), first.value(), first.interval(), 1, firstIsTied));
        for (int i = 0; i < pValues.length; i++) {
            Scored other = ordered.get(i + 1);
            ranking.add(
                    new Ranked(i + 2, other.trial(), other.value(), other.interval(), pValues[i], pValues[i] > LEVEL));
        }
        return ranking;
    }

    private static Comparator<Scored> order(Direction direction) {
        Comparator<Double> ascending = Comparator.naturalOrder();
        Comparator<Double> better = direction == Direction.MAXIMISE ? ascending.reversed() : ascending;
        return Comparator.<Scored, Boolean>comparing(scored -> Double.isNaN(scored.value()))
                .thenComparing(Scored::value, better)
                .thenComparing(Scored::trial);
    }

    private static double pValue(Metric metric, Scored first, Scored other, Targets targets) {
        if (Double.isNaN(other.value())) {
            return 0;
        }
        return PairedTest.pValue(metric, first.predictions(), other.predictions(), targets, SEED);
    }
}
