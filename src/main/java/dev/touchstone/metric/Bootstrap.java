package dev.touchstone.metric;

import dev.touchstone.base.Seed;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** Percentile bootstrap of a figure that is made of a mean (Efron and Tibshirani 1993, chapter 13). */
final class Bootstrap {
    /** Efron and Tibshirani ask for at least 1,000 where percentiles are read off. */
    static final int RESAMPLES = 2_000;

    private Bootstrap() {}

    /** What becomes of a resample. */
    interface Figure {
        /**
         * @param mean of the drawn scores
         * @param drawn their indices
         */
        double of(double mean, int[] drawn);
    }

    /**
     * The interval of a figure.
     *
     * @param groups indices of scores; each group is drawn from with replacement as often as it has members
     * @param confidence above 0 and below 1
     */
    static Interval interval(double[] scores, int[][] groups, Figure figure, double confidence, Seed seed) {
        SplittableRandom random = seed.derive("bootstrap").random();
        double[] figures = new double[RESAMPLES];
        int[] drawn = new int[scores.length];
        for (int i = 0; i < RESAMPLES; i++) {
            draw(groups, drawn, random);
            double sum = 0;
            for (int index : drawn) {
                sum += scores[index];
            }
            figures[i] = figure.of(sum / scores.length, drawn);
        }
        Percentile percentile = new Percentile();
        percentile.setData(figures);
        double tail = 100 * (1 - confidence) / 2;
        return new Interval(percentile.evaluate(tail), percentile.evaluate(100 - tail));
    }

    private static void draw(int[][] groups, int[] drawn, SplittableRandom random) {
        int at = 0;
        for (int[] group : groups) {
            for (int i = 0; i < group.length; i++) {
                drawn[at++] = group[random.nextInt(group.length)];
            }
        }
    }
}
