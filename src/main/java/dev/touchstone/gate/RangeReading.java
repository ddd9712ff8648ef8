package dev.touchstone.gate;

import org.jspecify.annotations.Nullable;

/**
 * What a ramp says about learning rates for a planned training. The sum of the rates measures how far gradient descent,
 * and Adam too, can get; so a planned training is compared with the ramp by that sum.
 *
 * @param stagnation below it, all planned iterations together cannot make half of the gain that the ramp made
 * @param low from it on, they can make nearly all of it
 * @param high half of the rate at the ramp's lowest loss; Smith (2015) puts the optimum within a factor of 2 below the
 *     largest rate that converges
 * @param divergence the rate from which all that was gained is lost again; null when the ramp did not get there
 */
record RangeReading(
        double stagnation,
        double low,
        double high,
        @Nullable Double divergence) {
    /** TheDeepChecker (TOSEM 2022) calls a loss that falls by less than 5 % stagnant. */
    static final double LEAST_GAIN = 0.05;

    /** A training that ends with less than this share of what a hundred rising steps gain has not learnt. */
    private static final double STAGNANT_SHARE = 0.5;

    /** The last tenth of the gain lies on the curve's flat bottom, where its place is mostly noise. */
    private static final double USABLE_SHARE = 0.9;

    /** See {@link #high}. */
    private static final double BELOW_LOWEST = 2;

    /** Whether the curve falls enough to say anything. */
    static boolean isReadable(RateRamp ramp) {
        return gain(ramp) >= LEAST_GAIN * ramp.startLoss();
    }

    /** Reads a readable ramp. */
    static RangeReading of(RateRamp ramp, GateSubject.Plan plan) {
        double high = ramp.rates()[ramp.lowest()] / BELOW_LOWEST;
        double low = Math.min(rateThatGains(USABLE_SHARE, ramp, plan), high);
        double stagnation = Math.min(rateThatGains(STAGNANT_SHARE, ramp, plan), low);
        return new RangeReading(stagnation, low, high, divergence(ramp));
    }

    private static double rateThatGains(double share, RateRamp ramp, GateSubject.Plan plan) {
        return rateSumAt(share, ramp) * lag(ramp, plan) / plan.rateSum();
    }

    private static double gain(RateRamp ramp) {
        return ramp.startLoss() - ramp.losses()[ramp.lowest()];
    }

    private static double rateSumAt(double share, RateRamp ramp) {
        double reached = ramp.startLoss() - share * gain(ramp);
        double sum = 0;
        for (int i = 0; i < ramp.rates().length; i++) {
            sum += ramp.rates()[i];
            if (ramp.losses()[i] <= reached) {
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
