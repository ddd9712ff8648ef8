package dev.touchstone.execution;

import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.Lease;
import dev.touchstone.store.StudyStore;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a trial that takes too much memory or hangs, together with its process, for native code cannot be interrupted. It
 * records first what the trial failed of.
 */
final class Guard {
    /** Often enough to see an allocation of a gigabyte a second before it is far beyond the limit. */
    static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final StudyStore store;
    private final ArtefactStore artefacts;
    private final MemoryWatch memory;
    private final HangWatch hangs;
    private final Runnable end;
    private volatile @Nullable Lease lease;

    /**
     * @param hangs hears the trial's work
     * @param end ends this process at once
     */
    Guard(StudyStore store, ArtefactStore artefacts, MemoryWatch memory, HangWatch hangs, Runnable end) {
        this.store = store;
        this.artefacts = artefacts;
        this.memory = memory;
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

    /** Looks once. */
    void look() {
        Optional<String> tooMuch = memory.look();
        Lease held = lease;
        if (held == null) {
            return; // without a trial there is nothing to fail, and a worker near its limit ends by itself
        }
        tooMuch.ifPresent(reason -> fail(held, new Failure(FailureCause.MEMORY_LIMIT, reason)));
        hangs.hang()
                .ifPresent(hang ->
                        fail(held, new Failure(FailureCause.HANG, hang.reason()).withText(stacks(), artefacts)));
    }

    private void fail(Lease held, Failure failure) {
        try {
            store.append(held, List.of(new TrialEvent.Failed(failure)));
        } finally {
            end.run();
        }
    }

    private static String stacks() {
        StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces().forEach((of, stack) -> {
            text.append(of.getName()).append(" (").append(of.getState()).append(")\n");
            for (StackTraceElement frame : stack) {
                text.append("    at ").append(frame).append('\n');
            }
        });
        return text.toString();
    }
}
