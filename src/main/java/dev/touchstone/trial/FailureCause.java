package dev.touchstone.trial;

import dev.touchstone.spec.SpecName;

/** What broke a trial, or the process that carried it. */
public enum FailureCause {
    /** The trial's code threw. */
    EXCEPTION,
    /** An allocation was refused, on the Java heap or outside of it. */
    OUT_OF_MEMORY,
    /** The worker's resident memory passed its limit. */
    MEMORY_LIMIT,
    /** The worker died in native code. */
    NATIVE_CRASH,
    /** No iteration came to its end for very much longer than they take. */
    HANG,
    /** Something outside ended the worker: the system when memory ran out, or somebody. */
    KILLED,
    /** Nothing was heard of the worker for longer than its lease lasts. */
    SILENCE,
    /** The worker could not use the study's store. */
    STORE,
    /** A loss or a parameter was no finite number. */
    NOT_FINITE,
    /** The state of the training could not be kept. */
    UNWRITABLE_CHECKPOINT;

    /** The cause as documents name it. */
    public String specName() {
        return SpecName.of(this);
    }

    /**
     * Whether the same trial may come to a good end when it is carried again. What the trial computes is the same each
     * time, so only what came from outside of it, or from the memory layout of one process, can be gone.
     */
    public boolean retryCanHelp() {
        return this == NATIVE_CRASH || this == KILLED || this == SILENCE || this == STORE;
    }
}
