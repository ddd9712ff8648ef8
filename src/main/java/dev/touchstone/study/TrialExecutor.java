package dev.touchstone.study;

/**
 * Carries out queued trials. The coordinator queues trials in the store and watches them there; an executor's workers
 * claim them from the store on their own, so nothing but the store passes between the two.
 *
 * <p>For implementers: called from the coordinator's thread only. {@link #start} comes once, {@link #check} many times,
 * {@link #close} always at the end, also without a start.
 */
public interface TrialExecutor extends AutoCloseable {
    /** Trials that can run at once, from 1. */
    int workers();

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
