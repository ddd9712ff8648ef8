package dev.touchstone.trial;

import java.nio.charset.StandardCharsets;
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
    /** What C++ throws when an allocation is refused, as JavaCPP passes it on. */
    private static final String NO_NATIVE_MEMORY = "bad_alloc";

    public Failure(FailureCause cause, String reason) {
        this(cause, reason, null);
    }

    /** What was thrown while a trial was carried. */
    public static Failure of(Throwable thrown) {
        if (thrown instanceof UnwritableCheckpoint unwritable) {
            return new Failure(FailureCause.UNWRITABLE_CHECKPOINT, unwritable.reason());
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError
                    || String.valueOf(cause.getMessage()).contains(NO_NATIVE_MEMORY)) {
                return new Failure(FailureCause.OUT_OF_MEMORY, "out of memory: " + cause.getMessage());
            }
        }
        return new Failure(FailureCause.EXCEPTION, thrown.toString());
    }

    /** The same failure with evidence that was kept. */
    public Failure with(String kept) {
        return new Failure(cause, reason, kept);
    }

    /** The same failure with a text for evidence, or without it where it cannot be kept: the failure counts for more. */
    public Failure withText(String text, ArtefactSink artefacts) {
        try {
            return with(artefacts.put(text.getBytes(StandardCharsets.UTF_8)));
        } catch (RuntimeException e) {
            return this;
        }
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
