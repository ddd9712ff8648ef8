package dev.touchstone.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The optimisers a spec can name. */
public enum Optimiser {
    SGD,
    NESTEROVS,
    ADAM;

    /** The optimiser of a spec name such as {@code adam}. */
    public static Optional<Optimiser> named(String name) {
        return Arrays.stream(values())
                .filter(optimiser -> optimiser.specName().equals(name))
                .findFirst();
    }

    public String specName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
