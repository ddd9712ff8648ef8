package dev.touchstone.bench.faults;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/** What a fault did to a program. */
enum Effect {
    /** It does harm. */
    HURTS,
    /** The program is as good as healthy. */
    HARMLESS,
    /** Neither is sure; such a fault is shown and not counted. */
    UNDECIDED;

    /** Standard deviations of trainings that the mean must fall by to hurt. */
    private static final double DEVIATIONS = 2;

    /** Share of the way from the baseline to the healthy program that the mean must fall by to hurt. */
    private static final double MATTERS = 0.05;

    /** Share of that way within which the fall must surely lie to be harmless. */
    private static final double NOTHING = 0.02;

    private static final double TWO_SIDED_95 = 0.975;

    /**
     * Judges by trainings with several seeds.
     *
     * @param healthy values of the program, larger ones better
     * @param faulty values with the fault
     * @param way from the baseline to the healthy program; above 0
     */
    static Effect of(double[] healthy, double[] faulty, double way) {
        double fall = StatUtils.mean(healthy) - StatUtils.mean(faulty);
        double ofHealthy = StatUtils.variance(healthy);
        double ofFaulty = StatUtils.variance(faulty);
        double pooled = Math.sqrt((ofHealthy + ofFaulty) / 2);
        if (fall >= DEVIATIONS * pooled && fall >= MATTERS * way) {
            return HURTS;
        }
        double half = half(ofHealthy / healthy.length, healthy.length, ofFaulty / faulty.length, faulty.length);
        return Math.abs(fall) + half <= NOTHING * way ? HARMLESS : UNDECIDED;
    }

    /** Half of the 95 % interval of a difference of means (Welch, with Satterthwaite's degrees of freedom). */
    private static double half(double first, int firsts, double second, int seconds) {
        double sum = first + second;
        if (sum == 0) {
            return 0;
        }
        double freedom = sum * sum / (first * first / (firsts - 1) + second * second / (seconds - 1));
        return new TDistribution(freedom).inverseCumulativeProbability(TWO_SIDED_95) * Math.sqrt(sum);
    }
}
