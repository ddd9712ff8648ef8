package dev.touchstone.metric;

import dev.touchstone.base.Seed;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** Percentile bootstrap of a mean (Efron and Tibshirani 1993, chapter 13). */
final class Bootstrap {
    /** Efron and Tibshirani ask for at least 1,000 where percentiles are read off. */
    static final int RESAMPLES = 2_000;

    private Bootstrap() {}

    /**
     * The interval of the scores' mean.
     *
     * @param groups indices of scores; each group is drawn from with replacement as often as it has members
     * @param confidence above 0 and below 1
     */
    static Interval interval(double[] scores, int[][] groups, double confidence, Seed seed) {
        SplittableRandom random = seed.derive("bootstrap").random();
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            means[i] = resampledSum(scores, groups, random) / scores.length;
        }
        Percentile percentile = new Percentile();
        percentile.setData(means);
        double tail = 100 * (1 - confidence) / 2;
        return new Interval(percentile.evaluate(tail), percentile.evaluate(100 - tail));
    }

    private static double resampledSum(double[] scores, int[][] groups, SplittableRandom random) {
        double sum = 0;
        for (int[] group : groups) {
            for (int i = 0; i < group.length; i++) {
                sum += scores[group[random.nextInt(group.length)]];
            }
        }
        return sum;
    }
}
