package dev.touchstone.model;

import java.util.Arrays;
import java.util.Locale;
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
        return Arrays.stream(values())
                .filter(activation -> activation.specName().equals(name))
                .findFirst();
    }

    public String specName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
