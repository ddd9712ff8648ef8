package dev.touchstone.model.layer;

import dev.touchstone.spec.SpecName;
import java.util.Optional;

/** The activations a spec can name. */
public enum ActivationFunction {
    RELU,
    LEAKY_RELU,
    ELU,
    SELU,
    GELU,
    SWISH,
    SOFTPLUS,
    TANH,
    SIGMOID,
    SOFTMAX,
    IDENTITY;

    /** The activation of a spec name such as {@code leaky-relu}. */
    public static Optional<ActivationFunction> named(String name) {
        return SpecName.find(ActivationFunction.class, name);
    }

    public String specName() {
        return SpecName.of(this);
    }
}
