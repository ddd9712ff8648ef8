package dev.touchstone.gate;

import java.util.Optional;

/**
 * The interval of usable learning rates that the range gate found.
 *
 * @param low from it on, the planned iterations get nearly as far as any rate
 * @param high half of the rate of the lowest loss, or a rate that was tried and suits where that is higher
 */
public record UsableRates(double low, double high) {
    static final String LOW = "usable-low";
    static final String HIGH = "usable-high";

    /** What a gate's result says of them; nothing where it is another gate's or none was measured. */
    public static Optional<UsableRates> of(GateResult result) {
        return result.gate().equals(LearningRateRangeGate.NAME)
                        && result.evidence().get(LOW) instanceof Number low
                        && result.evidence().get(HIGH) instanceof Number high
                ? Optional.of(new UsableRates(low.doubleValue(), high.doubleValue()))
                : Optional.empty();
    }

    /** A rate, or the nearer end where it lies outside. */
    public double clamp(double rate) {
        return Math.min(high, Math.max(low, rate));
    }
}
