package dev.touchstone.diagnosis.training;

import org.apache.commons.math3.stat.descriptive.StatisticalSummary;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** Whether differences are larger than noise. */
final class Noise {
    /**
     * Standard errors that a difference must exceed: one-sided, noise alone does so in about 0.1 % of cases, which leaves a
     * rule quiet on healthy trainings even where it looks at several of them.
     */
    private static final double ERRORS = 3;

    /** Of a slope's test. */
    private static final double CHANCE = 0.01;

    /** A line through fewer has too few degrees of freedom to be trusted. */
    private static final int FEWEST = 4;

    private Noise() {}

    /** Whether one mean lies above another by more than chance. */
    static boolean isAbove(StatisticalSummary upper, StatisticalSummary lower) {
        double error = Math.sqrt(squaredError(upper) + squaredError(lower));
        return upper.getMean() - lower.getMean() > ERRORS * error;
    }

    /** Whether a mean lies above a number by more than chance. */
    static boolean isAbove(StatisticalSummary mean, double number) {
        return mean.getMean() - number > ERRORS * Math.sqrt(squaredError(mean));
    }

    /** Whether a mean lies below a number by more than chance. */
    static boolean isBelow(StatisticalSummary mean, double number) {
        return number - mean.getMean() > ERRORS * Math.sqrt(squaredError(mean));
    }

    /** Of a single one nothing is known. */
    private static double squaredError(StatisticalSummary values) {
        return values.getN() < 2 ? Double.POSITIVE_INFINITY : values.getVariance() / values.getN();
    }

    /** Whether numbers in their order fall by more than chance: a line through them has a slope below 0. */
    static boolean falls(double[] numbers) {
        if (numbers.length < FEWEST) {
            return false;
        }
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < numbers.length; i++) {
            line.addData(i, numbers[i]);
        }
        return line.getSlope() < 0 && line.getSignificance() < CHANCE;
    }
}
