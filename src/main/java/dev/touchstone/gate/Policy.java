package dev.touchstone.gate;

/** What a verdict leads to. {@code CLAMP} moves the trial's learning rate into the usable interval. */
public enum Policy {
    REJECT,
    CLAMP,
    ADVISE,
    OFF
}
