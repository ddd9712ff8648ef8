package dev.touchstone.gate;

/** The {@code gates} section of a spec. Only the learning-rate range knows {@code CLAMP} and {@code PRIOR}. */
public record GateSpec(Policy build, Policy initialisation, Policy overfitTinyBatch, Policy learningRateRange) {
    public static final GateSpec DEFAULT = new GateSpec(Policy.REJECT, Policy.REJECT, Policy.REJECT, Policy.CLAMP);

    /** No gate at all. */
    public static final GateSpec NONE = new GateSpec(Policy.OFF, Policy.OFF, Policy.OFF, Policy.OFF);
}
