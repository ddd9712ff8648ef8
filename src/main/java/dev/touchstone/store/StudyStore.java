package dev.touchstone.store;

import dev.touchstone.base.Seed;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.ensemble.Ensemble;
import dev.touchstone.gate.GateCache;
import dev.touchstone.space.Assignment;
import dev.touchstone.trial.Resumption;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialPipeline;
import dev.touchstone.trial.TrialState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One study's facts: the only channel between coordinator and workers. Every method is one short transaction and may be
 * called from any thread and any process; what a method has written survives the death of the process.
 *
 * <p>Errors of the disk or the database are thrown as {@link StoreException}.
 */
public interface StudyStore extends GateCache, AutoCloseable {
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

    /**
     * Takes the queued or interrupted trial of the lowest number, if any, and makes it running under a new lease; at most
     * one caller gets it.
     *
     * @param worker whoever asks
     */
    Optional<ClaimedTrial> claim(String worker);

    /**
     * Appends events to a trial, all of them or none.
     *
     * @throws dev.touchstone.trial.LeaseLost when the lease is not the trial's last, or was ended
     * @throws IllegalStateException when the lifecycle has no such steps from the trial's present state
     */
    void append(Lease lease, List<TrialEvent> events);

    /**
     * Tells that the holder of a lease is alive.
     *
     * @throws dev.touchstone.trial.LeaseLost as {@link #append} does
     */
    void renew(Lease lease);

    /**
     * Ends a lease from outside, because its holder is gone or silent; what the holder still writes is refused.
     *
     * @param end an event that takes a running trial to another state
     * @return whether the lease was held until now; when not, nothing happens
     */
    boolean revoke(Lease lease, TrialEvent end);

    /** The leases of all running trials. */
    List<HeldLease> leases();

    /** The numbers of all trials that have not ended for good, in order; at no cost that grows with the others. */
    List<Integer> pending();

    /** How many trials are in each state; states without trials are absent. */
    Map<TrialState, Integer> counts();

    /** The study at a glance. */
    StudySummary summary();

    void setStatus(StudyStatus status);

    /** Keeps how many trials the study is to have. */
    void setTrials(int trials);

    /** How many trials the study is to have, as it was kept last; nothing in a study that knows its spec's number only. */
    Optional<Integer> trials();

    /**
     * Adds a note to a trial, whatever its state.
     *
     * @throws IllegalArgumentException when there is no such trial
     */
    void note(int trial, String text);

    /**
     * Keeps how experiments on a trial came out; a later test of the same hypothesis replaces an earlier one.
     *
     * @throws IllegalArgumentException when there is no such trial
     * @throws IllegalStateException when the trial has not ended for good
     */
    void keepTested(int trial, List<Tested> tested);

    /**
     * Keeps an ensemble for good.
     *
     * @return its number: one more than the last, from 1
     */
    int keep(Ensemble ensemble);

    /** All ensembles, in the order of their numbers. */
    List<KeptEnsemble> ensembles();

    /** The whole study as it stands. */
    StudyRecord read();

    /** One trial as it stands, or nothing. */
    Optional<TrialRecord> trial(int number);

    @Override
    void close();

    /**
     * A trial that the caller now carries.
     *
     * @param lease under which the caller writes
     * @param resumption its last checkpoint when it was interrupted and has one
     */
    record ClaimedTrial(
            Lease lease,
            Assignment proposed,
            long seed,
            @Nullable Resumption resumption) {
        public int number() {
            return lease.trial();
        }

        /** Carries the trial to an end, from its checkpoint where it has one. */
        public void carry(TrialPipeline pipeline) {
            if (resumption == null) {
                pipeline.run(number(), proposed, new Seed(seed));
            } else {
                pipeline.resume(number(), proposed, new Seed(seed), resumption);
            }
        }
    }
}
