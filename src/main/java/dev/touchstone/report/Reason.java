package dev.touchstone.report;

import dev.touchstone.store.TrialRecord;
import java.util.Optional;

/** Why a trial was gated, failed or stands still. */
public final class Reason {
    private Reason() {}

    /** On one line, and with its cause where something broke: {@code killed: the worker was killed by signal 9}. */
    public static Optional<String> of(TrialRecord trial) {
        String cause = trial.brokenBy()
                .map(failure -> failure.cause().specName() + ": ")
                .orElse("");
        return Optional.ofNullable(trial.reason()).map(reason -> cause + reason.replace('\n', ' '));
    }
}
