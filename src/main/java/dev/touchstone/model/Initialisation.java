package dev.touchstone.model;

import org.deeplearning4j.nn.weights.WeightInit;

/** How weights are drawn before training. */
final class Initialisation {
    private Initialisation() {}

    /** He et al. (2015) for rectifiers, Klambauer et al. (2017) for SELU, Glorot and Bengio (2010) for the rest. */
    static WeightInit of(ActivationFunction activation) {
        return switch (activation) {
            case RELU, LEAKY_RELU, ELU, GELU, SWISH, SOFTPLUS -> WeightInit.RELU;
            case SELU -> WeightInit.LECUN_NORMAL;
            case TANH, SIGMOID, SOFTMAX, IDENTITY -> WeightInit.XAVIER;
        };
    }
}
