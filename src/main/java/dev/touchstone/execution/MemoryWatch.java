package dev.touchstone.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Compares a worker's resident memory with its limit. One thread looks; others may ask what it saw. */
final class MemoryWatch {
    /** A process is replaced in the middle of a trial at most so often; to begin again costs a second or two of it. */
    static final Duration RECYCLED_EVERY = Duration.ofMinutes(1);

    private final MemoryLimit limit;
    private final LongSupplier resident;
    private final LongSupplier nanoTime;
    private final long born;
    private volatile boolean nearLimit;

    /** @param resident bytes of this process */
    MemoryWatch(MemoryLimit limit, LongSupplier resident, LongSupplier nanoTime) {
        this.limit = limit;
        this.resident = resident;
        this.nanoTime = nanoTime;
        this.born = nanoTime.getAsLong();
    }

    /** Looks once; what to tell when the limit is passed. */
    Optional<String> look() {
        long bytes = resident.getAsLong();
        nearLimit = limit.isNearTo(bytes);
        return limit.isPassedBy(bytes) ? Optional.of(limit.reason(bytes)) : Optional.empty();
    }

    /** Whether a fresh process should take the next trial. */
    boolean isNearLimit() {
        return nearLimit;
    }

    /** Whether a fresh process should go on with the trial that runs. */
    boolean isRecyclingDue() {
        return nearLimit && nanoTime.getAsLong() - born > RECYCLED_EVERY.toNanos();
    }
}
