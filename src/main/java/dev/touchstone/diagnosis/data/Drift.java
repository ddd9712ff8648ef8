package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * Whether train and validation rows can be told apart: the share of nearest rows that are of a row's own split (Schilling
 * 1986).
 *
 * @param together the share
 * @param byChance what it is when rows are dealt to splits at random
 * @param errors by how many of its standard deviations under such deals it is more than that
 */
public record Drift(double together, double byChance, double errors) {
    /** Enough for a mean and a deviation. */
    private static final int DEALS = 30;

    static Drift of(RowSample sample, SampleDistances nearest, Seed seed) {
        int count = sample.count();
        boolean[] train = new boolean[count];
        java.util.Arrays.fill(train, 0, sample.train(), true);
        double together = together(train, nearest.ofAny());
        SummaryStatistics dealt = new SummaryStatistics();
        for (int deal = 0; deal < DEALS; deal++) {
            int[] order = seed.derive("deal", deal).permutation(count);
            boolean[] random = new boolean[count];
            for (int row = 0; row < count; row++) {
                random[row] = train[order[row]];
            }
            dealt.addValue(together(random, nearest.ofAny()));
        }
        double deviation = dealt.getStandardDeviation();
        return new Drift(together, dealt.getMean(), deviation > 0 ? (together - dealt.getMean()) / deviation : 0);
    }

    private static double together(boolean[] train, int[][] nearest) {
        long same = 0;
        long all = 0;
        for (int row = 0; row < train.length; row++) {
            for (int other : nearest[row]) {
                same += train[row] == train[other] ? 1 : 0;
                all++;
            }
        }
        return (double) same / Math.max(1, all);
    }

    /** How much of what is left beyond chance rows keep to their own split: 0 by chance, 1 when no row is near one of the other. */
    public double apart() {
        return (together - byChance) / (1 - byChance);
    }
}
