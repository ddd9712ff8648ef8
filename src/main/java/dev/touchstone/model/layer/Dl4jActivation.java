package dev.touchstone.model.layer;

import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;

/** What DL4J does for an activation; apart from the name, so that a spec is read without ND4J. */
public final class Dl4jActivation {
    private Dl4jActivation() {}

    public static IActivation of(ActivationFunction function) {
        IActivation activation = nameOf(function).getActivationFunction();
        return switch (function) {
            case GELU, SWISH -> new FiniteGradient(activation);
            default -> activation;
        };
    }

    /** For layers that take no more than a name. */
    static Activation nameOf(ActivationFunction function) {
        return function == ActivationFunction.LEAKY_RELU ? Activation.LEAKYRELU : Activation.valueOf(function.name());
    }
}
