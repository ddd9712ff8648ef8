package dev.touchstone.study;

import dev.touchstone.space.Assignment;

/**
 * Carries out queued trials. The coordinator queues trials in the store and watches them there; an executor's workers
 * claim them from the store on their own, so nothing but the store passes between the two.
 *
 * <p>For implementers: called from the coordinator's thread only. {@link #measure} and then {@link #start} come once,
 * {@link #check} many times, {@link #close} always at the end, also without a start.
 */
public interface TrialExecutor extends AutoCloseable {
    /** Trials that can run at once, from 1. */
    int workers();

    /**
     * Measures how long one trial takes, where the trials will be carried: what breaks there breaks nothing here, and
     * makes the time unknown.
     */
    Estimate measure(Assignment assignment);

    /** Lets the workers claim trials until {@link #close}. */
    void start();

    /**
     * Looks after the workers.
     *
     * @throws RuntimeException when they can go on no longer, with the reason
     */
    void check();

    /** Interrupts running trials, which then can be resumed, and returns when all workers have ended. */
    @Override
    void close();
}
