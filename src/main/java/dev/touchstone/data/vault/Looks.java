package dev.touchstone.data.vault;

import java.util.Locale;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * So many looks at the same test rows. Each look that may have led to the next makes the figures more flattering than
 * their intervals tell (Dwork et al. 2015, "The reusable holdout", Science 349:636; Blum and Hardt 2015, "The ladder: a
 * reliable leaderboard for machine learning competitions", ICML). The correction is Bonferroni's: with the error shared
 * out among the looks, the intervals of all of them hold together. It is exact about trials that were chosen before the
 * first look, and too kind where figures of earlier looks chose the later trials.
 *
 * @param count of openings, from 1
 */
public record Looks(int count) {
    /** What one look may err by: intervals are of 95 % confidence. */
    private static final double ERROR = 0.05;

    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** The confidence that each look's interval must have for all to hold at 95 %; 0.95 to 1. */
    public double confidence() {
        return 1 - ERROR / count;
    }

    /** How much wider an interval becomes than that of a single look: 0.14 is 14 %; by the normal approximation. */
    public double widening() {
        return quantile(confidence()) / quantile(1 - ERROR) - 1;
    }

    /** What the looks cost, in words. */
    String cost() {
        return String.format(
                Locale.ROOT, "the data set's %d openings widen its 95 %% interval by %.0f %%", count, 100 * widening());
    }

    private static double quantile(double confidence) {
        return NORMAL.inverseCumulativeProbability((1 + confidence) / 2);
    }
}
