package dev.touchstone.gate;

import org.jspecify.annotations.Nullable;

/**
 * What a ramp says about learning rates for a planned training. The sum of the rates measures how far gradient descent,
 * and Adam too, can get; so a planned training is compared with the ramp by that sum.
 *
 * @param stagnation below it, all planned iterations together move the loss by next to nothing
 * @param low from it on, they can make nearly all of it
 * @param high half of the rate at the ramp's lowest loss; Smith (2015) puts the optimum within a factor of 2 below the
 *     largest rate that converges
 * @param edge the rate at the ramp's lowest loss
 * @param divergence the rate from which all that was gained is lost again; null when the ramp did not get there
 */
record RangeReading(
        double stagnation,
        double low,
        double high,
        double edge,
        @Nullable Double divergence) {
    /** The last tenth of the gain lies on the curve's flat bottom, where its place is mostly noise. */
    private static final double USABLE_SHARE = 0.9;

    /** See {@link #high}. */
    private static final double BELOW_LOWEST = 2;

    /** Where a rate lies. */
    enum Place {
        TOO_LOW,
        SLOW,
        USABLE,
        NEAR_EDGE,
        /** Above the rate of the lowest loss. */
        TOO_HIGH
    }

    /** Reads a readable ramp. */
    static RangeReading of(RateRamp ramp, GateSubject.Plan plan) {
        double edge = ramp.rates()[ramp.lowest()];
        double high = edge / BELOW_LOWEST;
        double low = Math.min(rateThatReaches(ramp.startLoss() - USABLE_SHARE * ramp.gain(), ramp, plan), high);
        double stagnation = Math.min(rateThatReaches((1 - RateRamp.LEAST_GAIN) * ramp.startLoss(), ramp, plan), low);
        return new RangeReading(stagnation, low, high, edge, divergence(ramp));
    }

    Place place(double rate) {
        if (rate < stagnation) {
            return Place.TOO_LOW;
        } else if (rate < low) {
            return Place.SLOW;
        }
        return aboveLow(rate, high, edge);
    }

    /** Where a rate lies that is not below the low end. */
    static Place aboveLow(double rate, double high, double edge) {
        if (rate <= high) {
            return Place.USABLE;
        }
        return rate <= edge ? Place.NEAR_EDGE : Place.TOO_HIGH;
    }

    /** The same where a rate is known to be usable. */
    RangeReading with(double usable) {
        return new RangeReading(
                Math.min(stagnation, usable),
                Math.min(low, usable),
                Math.max(high, usable),
                edge,
                usable < divergenceOrInfinity() ? divergence : null);
    }

    double divergenceOrInfinity() {
        return divergence == null ? Double.POSITIVE_INFINITY : divergence;
    }

    private static double rateThatReaches(double loss, RateRamp ramp, GateSubject.Plan plan) {
        return rateSumAt(loss, ramp) * lag(plan) / plan.rateSum();
    }

    private static double rateSumAt(double reached, RateRamp ramp) {
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
    private static double lag(GateSubject.Plan plan) {
        return (1 - plan.momentum()) / (1 - plan.momentum() * Math.exp(-1 / RateRamp.STEPS_PER_E_FOLD));
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
