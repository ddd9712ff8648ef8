package dev.touchstone.model;

import java.util.List;

/**
 * What {@code regularisation: auto} may add to a trial's assignment, by name. Weight decay goes by the name that every
 * space knows. A trial without them is what the spec says.
 */
public final class AutoRegularisation {
    /** The word in the spec. */
    public static final String WORD = "auto";

    /** Largest norm of the weights into a unit; 0 for none. */
    public static final String MAX_NORM = "auto-max-norm";
    /** Rate of dropout before the output layer. */
    public static final String DROPOUT = "auto-dropout";
    /** Share of the label that is spread over all classes. */
    public static final String LABEL_SMOOTHING = "auto-label-smoothing";
    /** Deviation of noise in the normalised features. */
    public static final String NOISE = "auto-noise";
    /** Pixels by which images are shifted at most. */
    public static final String SHIFT = "auto-shift";
    /** How many times the spec's epochs the trial may have; 1 where it is absent. */
    public static final String EPOCHS = "auto-epochs";

    /** Names that a space must leave alone. */
    public static final List<String> NAMES = List.of(MAX_NORM, DROPOUT, LABEL_SMOOTHING, NOISE, SHIFT, EPOCHS);

    private AutoRegularisation() {}
}
