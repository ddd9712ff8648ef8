package dev.touchstone.trial;

/**
 * Where a trial's events go. The pipeline calls it from the thread that carries the trial, in the order of what
 * happened; an event that was accepted is never lost.
 */
public interface TrialJournal {
    /**
     * Appends an event.
     *
     * @throws JournalFailed when it cannot be kept, or the trial is no longer the caller's ({@link LeaseLost})
     * @throws IllegalStateException when the lifecycle has no such step from the trial's present state
     */
    void append(int trial, TrialEvent event);
}
