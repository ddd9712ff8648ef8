package dev.touchstone.execution;

import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.Lease;
import dev.touchstone.store.StudyStore;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a trial that takes too much memory or hangs, together with its process, for native code cannot be interrupted. It
 * records first what the trial failed of.
 */
final class Guard {
    /** Often enough to see an allocation of a gigabyte a second before it is far beyond the limit. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** A process is replaced in the middle of a trial at most so often; to begin again costs a second or two of it. */
    static final Duration RECYCLED_EVERY = Duration.ofMinutes(1);

    private final StudyStore store;
    private final ArtefactStore artefacts;
    private final MemoryLimit limit;
    private final LongSupplier resident;
    private final HangWatch hangs;
    private final Runnable end;
    private final long born = System.nanoTime();
    private volatile @Nullable Lease lease;
    private volatile boolean nearLimit;

    /**
     * @param resident bytes of this process
     * @param hangs hears the trial's work
     * @param end ends this process at once
     */
    Guard(
            StudyStore store,
            ArtefactStore artefacts,
            MemoryLimit limit,
            LongSupplier resident,
            HangWatch hangs,
            Runnable end) {
        this.store = store;
        this.artefacts = artefacts;
        this.limit = limit;
        this.resident = resident;
        this.hangs = hangs;
        this.end = end;
    }

    /** Looks all the time until what is returned is closed. */
    Ticker start() {
        return Ticker.start(this::look, LOOK_EVERY);
    }

    void begin(Lease held) {
        hangs.begin();
        lease = held;
    }

    void end() {
        lease = null;
        hangs.end();
    }

    /** Whether a fresh process should take the next trial. */
    boolean isNearLimit() {
        return nearLimit;
    }

    /** Whether a fresh process should go on with the trial that runs. */
    boolean isRecyclingDue() {
        return nearLimit && System.nanoTime() - born > RECYCLED_EVERY.toNanos();
    }

    /** Looks once. */
    void look() {
        long bytes = resident.getAsLong();
        nearLimit = limit.isNearTo(bytes);
        if (limit.isPassedBy(bytes)) {
            fail(new Failure(
                    FailureCause.MEMORY_LIMIT,
                    String.format(
                            Locale.ROOT,
                            "the worker's resident memory passed its limit: %d MB of %d MB",
                            bytes >> 20,
                            limit.bytes() >> 20)));
        } else {
            hangs.hang().ifPresent(hang -> fail(new Failure(FailureCause.HANG, hang.reason(), stacks())));
        }
    }

    private void fail(Failure failure) {
        Lease held = lease;
        try {
            if (held != null) {
                store.append(held, List.of(new TrialEvent.Failed(failure)));
            }
        } finally {
            end.run();
        }
    }

    private @Nullable String stacks() {
        StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces().forEach((of, stack) -> {
            text.append(of.getName()).append(" (").append(of.getState()).append(")\n");
            for (StackTraceElement frame : stack) {
                text.append("    at ").append(frame).append('\n');
            }
        });
        try {
            return artefacts.put(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            return null; // the failure counts for more than its evidence
        }
    }
}
