package dev.touchstone.trial;

/**
 * What happened to a trial cannot be kept, which is no fault of the trial: whoever carries it lets it go, and it can be
 * carried again from what was kept before.
 */
public abstract class JournalFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    protected JournalFailed(String message) {
        super(message);
    }

    protected JournalFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
