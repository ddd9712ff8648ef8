package dev.touchstone.training;

/**
 * Hears that a trial's work goes on. Called from the thread that does the work, after each unit of it, so it must be
 * quick: a step of a small network takes less than a millisecond.
 */
@FunctionalInterface
public interface Pulse {
    /** Nobody listens. */
    Pulse NONE = done -> {};

    void beat(Work done);

    /** What was done since the beat before. */
    enum Work {
        /** A network was built. Its steps may take longer or shorter than those of the one before it. */
        NETWORK,
        /** A training step. */
        STEP,
        /** Anything else: a part of the rows was answered, a network was looked into, its state was saved. */
        OTHER
    }
}
