package dev.touchstone.gate;

import org.jspecify.annotations.Nullable;

/**
 * What a ramp says about learning rates for a planned training.
 *
 * @param low below it, all planned iterations together move the network less than the ramp had moved it when half of its
 *     gain was made: the sum of the rates measures how far gradient descent, and Adam too, can get
 * @param high half of the rate at the ramp's lowest loss; Smith (2015) puts the optimum within a factor of 2 below the
 *     largest rate that converges
 * @param divergence the rate from which all that was gained is lost again; null when the ramp did not get there
 */
record RangeReading(double low, double high, @Nullable Double divergence) {
    /** TheDeepChecker (TOSEM 2022) calls a loss that falls by less than 5 % stagnant. */
    static final double LEAST_GAIN = 0.05;

    /** See {@link #high}. */
    private static final double BELOW_LOWEST = 2;

    /** Whether the curve falls enough to say anything. */
    static boolean isReadable(RateRamp ramp) {
        return gain(ramp) >= LEAST_GAIN * ramp.startLoss();
    }

    /** Reads a readable ramp. */
    static RangeReading of(RateRamp ramp, GateSubject.Plan plan) {
        double high = ramp.rates()[ramp.lowest()] / BELOW_LOWEST;
        double low = rateSumAtHalfGain(ramp) * lag(ramp, plan) / plan.rateSum();
        return new RangeReading(Math.min(low, high), high, divergence(ramp));
    }

    private static double gain(RateRamp ramp) {
        return ramp.startLoss() - ramp.losses()[ramp.lowest()];
    }

    private static double rateSumAtHalfGain(RateRamp ramp) {
        double half = ramp.startLoss() - gain(ramp) / 2;
        double sum = 0;
        for (int i = 0; i < ramp.rates().length; i++) {
            sum += ramp.rates()[i];
            if (ramp.losses()[i] <= half) {
                break;
            }
        }
        return sum;
    }

    /**
     * How much less momentum had gathered on the rising rate than it gathers on a steady one: the ratio of the two
     * geometric sums of past steps.
     */
    private static double lag(RateRamp ramp, GateSubject.Plan plan) {
        return (1 - plan.momentum()) / (1 - plan.momentum() * Math.exp(-1 / ramp.stepsPerEFold()));
    }

    private static @Nullable Double divergence(RateRamp ramp) {
        for (int i = ramp.lowest() + 1; i < ramp.rates().length; i++) {
            if (!(ramp.losses()[i] < ramp.startLoss())) {
                return ramp.rates()[i];
            }
        }
        return null;
    }
}
