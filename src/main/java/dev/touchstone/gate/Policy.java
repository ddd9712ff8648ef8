package dev.touchstone.gate;

/**
 * What a verdict leads to. {@code CLAMP} moves a trial's rejected learning rate into the usable interval; {@code PRIOR} does
 * so too, and proposes the next trials' rates within the intervals that were usable for trials like them.
 */
public enum Policy {
    REJECT,
    CLAMP,
    PRIOR,
    ADVISE,
    OFF;

    /** Whether a rejected learning rate is moved instead of lost. */
    public boolean clamps() {
        return this == CLAMP || this == PRIOR;
    }
}
