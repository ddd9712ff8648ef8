package dev.touchstone.bench.gates;

import org.jspecify.annotations.Nullable;

/**
 * A trial in the light of all of its study.
 *
 * @param good among the best quarter and not doomed
 * @param cause of a doomed one
 */
record Fate(String study, GatedTrial trial, boolean good, @Nullable Cause cause) {
    boolean isDoomed() {
        return cause != null;
    }

    boolean isRejected() {
        return trial.isRejected();
    }

    boolean isOf(Cause other) {
        return cause == other;
    }

    boolean isEarlyDoomed() {
        return cause != null && cause.showsEarly();
    }
}
