package dev.touchstone.metric;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.special.Beta;

/**
 * Two-sided tests of whether two trials score differently on the same rows. Under the null hypothesis each row's difference
 * is as likely to have the one sign as the other.
 */
public final class PairedTest {
    private PairedTest() {}

    /**
     * How probable a difference at least as large would be if the trials were equally good: above 0, at most 1. A share of
     * rows is tested by McNemar's exact test, the others by sign flips ({@link SignFlipTest}).
     *
     * @param seed decides the sign flips that are drawn
     * @throws IllegalArgumentException when a value is not finite or the rows are not the targets'
     */
    public static double pValue(Metric metric, Predictions first, Predictions second, Targets targets, Seed seed) {
        double[] differences = differences(metric.rowScores(first, targets), metric.rowScores(second, targets));
        if (!Double.isFinite(DoubleStream.of(differences).sum())) {
            throw new IllegalArgumentException("predictions that are not finite cannot be compared");
        }
        return metric.isShareOfRows() ? mcNemar(differences) : SignFlipTest.pValue(differences, seed);
    }

    /** Differences of the rows that differ; the others tell nothing. */
    private static double[] differences(double[] first, double[] second) {
        double[] differences = new double[first.length];
        Arrays.setAll(differences, row -> first[row] - second[row]);
        return DoubleStream.of(differences)
                .filter(difference -> difference != 0)
                .toArray();
    }

    /**
     * The exact conditional test of McNemar (1947), with the smaller tail doubled: never more false alarms than its level,
     * rather fewer (Fagerland, Lydersen and Laake 2013).
     */
    private static double mcNemar(double[] differences) {
        int better = (int) DoubleStream.of(differences)
                .filter(difference -> difference > 0)
                .count();
        int fewer = Math.min(better, differences.length - better);
        // As a tail of the beta distribution it is above 0 however small; Commons Math subtracts that of the binomial
        // from 1.
        return differences.length == 0
                ? 1
                : Math.min(1, 2 * Beta.regularizedBeta(0.5, differences.length - fewer, fewer + 1));
    }
}
