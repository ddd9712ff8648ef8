package dev.touchstone.trial;

/** The trial is no longer the caller's: it was given to another, or ended, while nothing was heard of the caller. */
public final class LeaseLost extends JournalFailed {
    private static final long serialVersionUID = 1;

    public LeaseLost(int trial) {
        super("trial " + trial + " was taken from this worker");
    }
}
