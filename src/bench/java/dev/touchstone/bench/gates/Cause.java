package dev.touchstone.bench.gates;

/** Why a trial is doomed. {@link Diagnosis} finds it from the trial's own curve and from trainings with one thing repaired. */
public enum Cause {
    RATE_TOO_HIGH("learning rate too high from the start", true),
    RATE_STANDS_STILL("learning rate too low: the loss stands", true),
    INITIALISATION("initialisation", true),
    RATE_AND_INITIALISATION("learning rate and initialisation", true),
    SLOW_RATE("learning rate low: learns, but too slowly", false),
    LATE_DIVERGENCE("learnt, and lost it later", false),
    REGULARISATION("regularisation", false),
    REGULARISATION_AND_MORE("regularisation and more", false),
    UNEXPLAINED("no repair helps", false),
    UNEXAMINED("cause not looked for", false);

    private final String words;
    private final boolean early;

    Cause(String words, boolean early) {
        this.words = words;
        this.early = early;
    }

    String words() {
        return words;
    }

    /** Whether {@code docs/gates.md} counts it among the causes that show before full training. */
    boolean showsEarly() {
        return early;
    }
}
