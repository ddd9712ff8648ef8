package dev.touchstone.trial;

import org.jspecify.annotations.Nullable;

/**
 * One thing that broke a trial.
 *
 * @param reason one sentence
 * @param evidence artefact with what is too long for a sentence, as text: the JVM's report of a native crash, the
 *     stacks of a hanging process; null when there is none
 */
public record Failure(
        FailureCause cause, String reason, @Nullable String evidence) {
    public Failure(FailureCause cause, String reason) {
        this(cause, reason, null);
    }

    /**
     * The event that this failure is for its trial.
     *
     * @param retries how often a trial may be carried again
     * @param before failures that it was carried again after
     */
    public TrialEvent event(int retries, long before) {
        return cause.retryCanHelp() && before < retries
                ? new TrialEvent.Interrupted(cause, reason, evidence)
                : new TrialEvent.Failed(this);
    }
}
