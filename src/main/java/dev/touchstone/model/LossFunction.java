package dev.touchstone.model;

import dev.touchstone.spec.SpecName;
import java.util.Optional;

/** The losses a spec can name. */
public enum LossFunction {
    /** Negative log of the probability of the right class; wants softmax. */
    CROSS_ENTROPY,
    /** Cross-entropy of each output on its own; wants sigmoid, and two classes. */
    BINARY_CROSS_ENTROPY,
    /** Mean of squared differences; a regression loss, so a classification spec that names it is refused. */
    MEAN_SQUARED_ERROR;

    /** The loss of a spec name such as {@code cross-entropy}. */
    public static Optional<LossFunction> named(String name) {
        return SpecName.find(LossFunction.class, name);
    }

    public String specName() {
        return SpecName.of(this);
    }
}
