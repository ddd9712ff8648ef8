package dev.touchstone.model.layer;

import org.nd4j.linalg.activations.Activation;

/** What DL4J calls an activation; apart from the name, so that a spec is read without ND4J. */
public final class Dl4jActivation {
    private Dl4jActivation() {}

    public static Activation of(ActivationFunction function) {
        return function == ActivationFunction.LEAKY_RELU ? Activation.LEAKYRELU : Activation.valueOf(function.name());
    }
}
