package dev.touchstone.trial;

/** A trial's checkpoint cannot be kept, so that its training would be lost with its process. */
final class UnwritableCheckpoint extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    UnwritableCheckpoint(int iteration, RuntimeException cause) {
        super(cause);
        this.reason = "the checkpoint after iteration " + iteration + " cannot be kept: " + cause.getMessage();
    }

    /** One sentence for whoever asks why the trial failed. */
    String reason() {
        return reason;
    }
}
