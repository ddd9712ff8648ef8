package dev.touchstone.metric;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.IntervalUtils;

/** A confidence interval, both ends included. */
public record Interval(double low, double high) {
    /** Of every interval in Touchstone, unless it says otherwise. */
    public static final double CONFIDENCE = 0.95;

    /** Wilson's score interval (1927) of a share: close to its nominal coverage also for shares near 0 and 1. */
    static Interval ofShare(int successes, int trials, double confidence) {
        ConfidenceInterval wilson = IntervalUtils.getWilsonScoreInterval(trials, successes, confidence);
        return new Interval(Math.max(0, wilson.getLowerBound()), Math.min(1, wilson.getUpperBound()));
    }
}
