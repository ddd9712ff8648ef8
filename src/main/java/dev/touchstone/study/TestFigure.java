package dev.touchstone.study;

import dev.touchstone.evaluation.Baseline;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.Metric;

/**
 * What one metric says of a trial on the test rows, and what is to be seen beside it.
 *
 * @param interval 95 % confidence interval of the test value, as if nobody had looked before
 * @param corrected interval that holds at 95 % together with those of all openings before
 * @param validation value on the validation split, by which trials are chosen; NaN when it was not kept
 * @param validationInterval 95 % confidence interval of that value
 * @param baseline test value of what needs no network, as {@link Baseline} says
 */
public record TestFigure(
        Metric metric,
        double test,
        Interval interval,
        Interval corrected,
        double validation,
        Interval validationInterval,
        double baseline) {
    /** By how much the trial looked better on the validation split than on the test split; negative when it looked worse. */
    public double optimism() {
        return sign() * (validation - test);
    }

    /**
     * 95 % confidence interval of the optimism, by squaring and adding the distances of the two values to the ends of their
     * intervals (Newcombe 1998, "Interval estimation for the difference between independent proportions", method 10; Zou
     * and Donner 2008 for other figures): the rows of the two splits are independent.
     */
    public Interval optimismInterval() {
        double below = Math.hypot(validation - validationInterval.low(), interval.high() - test);
        double above = Math.hypot(validationInterval.high() - validation, test - interval.low());
        double difference = validation - test;
        return sign() > 0
                ? new Interval(difference - below, difference + above)
                : new Interval(-difference - above, -difference + below);
    }

    private int sign() {
        return metric.direction() == Direction.MAXIMISE ? 1 : -1;
    }
}
