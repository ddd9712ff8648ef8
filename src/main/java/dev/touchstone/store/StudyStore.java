package dev.touchstone.store;

import dev.touchstone.space.Assignment;
import dev.touchstone.trial.Resumption;
import dev.touchstone.trial.TrialJournal;
import dev.touchstone.trial.TrialState;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One study's facts: the only channel between coordinator and workers. Every method is one short transaction and may be
 * called from any thread and any process; what a method has written survives the death of the process.
 *
 * <p>Errors of the disk or the database are thrown as {@link StoreException}.
 */
public interface StudyStore extends TrialJournal, AutoCloseable {
    /**
     * Records a new study with status running.
     *
     * @throws IllegalStateException when the store has one already
     */
    void create(StudyHead head);

    /** The study's head, or nothing when it was never created. */
    Optional<StudyHead> head();

    /**
     * Adds a trial in state queued.
     *
     * @param point Arbiter's point in the unit cube
     * @return its number: one more than the last, from 1
     */
    int enqueue(Assignment proposed, double[] point, long seed);

    /** Takes the queued or interrupted trial of the lowest number, if any, and makes it running; at most one caller gets it. */
    Optional<ClaimedTrial> claim();

    /** How many trials are in each state; states without trials are absent. */
    Map<TrialState, Integer> counts();

    /** The study at a glance. */
    StudySummary summary();

    void setStatus(StudyStatus status);

    /**
     * Adds a note to a trial, whatever its state.
     *
     * @throws IllegalArgumentException when there is no such trial
     */
    void note(int trial, String text);

    /** The whole study as it stands. */
    StudyRecord read();

    /** One trial as it stands, or nothing. */
    Optional<TrialRecord> trial(int number);

    @Override
    void close();

    /**
     * A trial that the caller now owns.
     *
     * @param resumption its last checkpoint when it was interrupted and has one
     */
    record ClaimedTrial(
            int number,
            Assignment proposed,
            long seed,
            @Nullable Resumption resumption) {}
}
