package dev.touchstone.model.layer;

import dev.touchstone.spec.SpecName;

/** How weights are drawn before training. Biases start at 0, the forget gates' of an LSTM at 1. */
public enum Initialisation {
    /** Glorot and Bengio (2010): variance 2 / (inputs + outputs). */
    XAVIER,
    XAVIER_UNIFORM,
    /** He et al. (2015): variance 2 / inputs. */
    HE,
    HE_UNIFORM,
    /** LeCun et al. (1998): variance 1 / inputs. */
    LECUN,
    LECUN_UNIFORM,
    /** Saxe et al. (2014): a random orthogonal matrix. */
    ORTHOGONAL,
    /** Of the standard deviation {@link #SPREAD}, whatever the layer's size. */
    NORMAL,
    /** From -{@link #SPREAD} to {@link #SPREAD}, whatever the layer's size. */
    UNIFORM,
    ZERO,
    /** All weights are {@link #SPREAD}. */
    CONSTANT;

    /** What Keras takes for its random normal and uniform initialisers. */
    public static final double SPREAD = 0.05;

    /** He et al. (2015) for rectifiers, Klambauer et al. (2017) for SELU, Glorot and Bengio (2010) for the rest. */
    public static Initialisation of(ActivationFunction activation) {
        return switch (activation) {
            case RELU, LEAKY_RELU, ELU, GELU, SWISH, SOFTPLUS -> HE;
            case SELU -> LECUN;
            case TANH, SIGMOID, SOFTMAX, IDENTITY -> XAVIER;
        };
    }

    public String specName() {
        return SpecName.of(this);
    }

    /** Whether DL4J's layers of SameDiff can be drawn so. */
    boolean isForSameDiff() {
        return switch (this) {
            case ORTHOGONAL, NORMAL, UNIFORM, CONSTANT -> false;
            default -> true;
        };
    }
}
