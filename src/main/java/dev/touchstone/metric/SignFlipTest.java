package dev.touchstone.metric;

import dev.touchstone.base.Seed;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * The sign-flip permutation test (Fisher 1935) of differences: how often random signs make their sum as large as it is.
 * With 1 added to both counts the p-value is valid for any number of draws (Phipson and Smyth 2010).
 *
 * <p>Draws cannot show a p-value below one in their number, too coarse once Holm multiplies it by many trials. So where
 * Hoeffding's bound (1963), {@code 2 exp(-sum^2 / (2 * sum of squares))}, which the exact p-value never exceeds, lies below
 * that, the bound is the answer and nothing is drawn.
 *
 * <p>Eight differences at a time, the 256 sums that their signs can make are tabled once; a draw then takes one look-up for
 * each byte of random bits.
 */
final class SignFlipTest {
    /** Of a p-value of 0.05 the standard error is then 0.002. */
    static final int DRAWS = 9_999;

    /** Sums of the same numbers in another order differ by rounding only. */
    private static final double ROUNDING = 1e-9;

    private static final int PER_TABLE = Byte.SIZE;
    private static final int SIGNS = 1 << PER_TABLE;

    private SignFlipTest() {}

    /** The two-sided p-value; 1 when there are no differences. */
    static double pValue(double[] differences, Seed seed) {
        double sum = Math.abs(DoubleStream.of(differences).sum());
        double squares = DoubleStream.of(differences)
                .map(difference -> difference * difference)
                .sum();
        if (squares == 0) {
            return 1;
        }
        double bound = 2 * Math.exp(-sum * sum / (2 * squares));
        if (bound < 1.0 / (DRAWS + 1)) {
            return Math.max(bound, Double.MIN_NORMAL);
        }
        return (1.0 + reached(sum * (1 - ROUNDING), tables(differences), seed)) / (1.0 + DRAWS);
    }

    private static int reached(double sum, double[][] tables, Seed seed) {
        SplittableRandom random = seed.derive("sign-flips").random();
        int reached = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            if (Math.abs(drawnSum(tables, random)) >= sum) {
                reached++;
            }
        }
        return reached;
    }

    private static double drawnSum(double[][] tables, SplittableRandom random) {
        double sum = 0;
        long bits = 0;
        for (int table = 0; table < tables.length; table++) {
            bits = table % Long.BYTES == 0 ? random.nextLong() : bits >>> PER_TABLE;
            sum += tables[table][(int) bits & (SIGNS - 1)];
        }
        return sum;
    }

    private static double[][] tables(double[] differences) {
        double[][] tables = new double[(differences.length + PER_TABLE - 1) / PER_TABLE][SIGNS];
        for (int i = 0; i < differences.length; i++) {
            for (int signs = 0; signs < SIGNS; signs++) {
                boolean kept = (signs >> i % PER_TABLE & 1) == 1;
                tables[i / PER_TABLE][signs] += kept ? differences[i] : -differences[i];
            }
        }
        return tables;
    }
}
