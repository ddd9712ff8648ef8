package dev.touchstone.execution;

import java.time.Duration;

/**
 * How a study's worker processes are run.
 *
 * @param workers how many, from 1
 * @param memory of each
 * @param silence after which a worker from which nothing is heard loses its trial
 * @param hangFloor no shorter pause of a trial's work is a hang
 * @param retries how often a trial is carried again after a failure that may not come again
 */
public record WorkerSettings(int workers, MemoryLimit memory, Duration silence, Duration hangFloor, int retries) {
    /** Long against the pauses of a busy machine; a trial that another takes up goes on from its checkpoint. */
    public static final Duration SILENCE = Duration.ofSeconds(30);

    public static final int RETRIES = 1;

    /** So many renewals may be lost or late before a lease is. */
    private static final int RENEWALS_IN_SILENCE = 10;

    Duration renew() {
        return silence.dividedBy(RENEWALS_IN_SILENCE);
    }
}
