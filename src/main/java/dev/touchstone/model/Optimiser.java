package dev.touchstone.model;

import dev.touchstone.spec.SpecName;
import java.util.Optional;

/** The optimisers a spec can name. */
public enum Optimiser {
    SGD,
    NESTEROVS,
    ADAM;

    /** The optimiser of a spec name such as {@code adam}. */
    public static Optional<Optimiser> named(String name) {
        return SpecName.find(Optimiser.class, name);
    }

    public String specName() {
        return SpecName.of(this);
    }
}
