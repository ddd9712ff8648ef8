package dev.touchstone.trial;

import dev.touchstone.spec.SpecName;

/**
 * Where a trial is on its road. Queued trials run; running ones end in any later state; an interrupted one may run
 * again; every other end is final.
 */
public enum TrialState {
    QUEUED,
    RUNNING,
    COMPLETE,
    PRUNED,
    GATED,
    FAILED,
    INTERRUPTED;

    /** The state as documents name it. */
    public String specName() {
        return SpecName.of(this);
    }

    /** Whether nothing may change the trial any more (notes aside). */
    public boolean isFinal() {
        return this == COMPLETE || this == PRUNED || this == GATED || this == FAILED;
    }

    /** Whether the lifecycle has a step from this state to the next. */
    public boolean mayBecome(TrialState next) {
        return switch (this) {
            case QUEUED, INTERRUPTED -> next == RUNNING;
            case RUNNING -> next != QUEUED && next != RUNNING;
            case COMPLETE, PRUNED, GATED, FAILED -> false;
        };
    }
}
