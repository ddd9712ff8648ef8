package dev.touchstone.execution;

import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.LeasedJournal;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.StudyStore.ClaimedTrial;
import dev.touchstone.trial.LeaseLost;
import dev.touchstone.trial.TrialPipeline;
import dev.touchstone.trial.TrialTask;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Claims trials and carries them, one at a time, until it is asked to stop or has too much memory to go on. */
final class Worker {
    private static final long IDLE_NANOS = 10_000_000;

    private final String name;
    private final TrialTask task;
    private final StudyStore store;
    private final ArtefactStore artefacts;
    private final Heartbeat heartbeat;
    private final Guard guard;
    private final MemoryWatch memory;
    private final BooleanSupplier stopRequested;

    Worker(
            String name,
            TrialTask task,
            StudyStore store,
            ArtefactStore artefacts,
            Heartbeat heartbeat,
            Guard guard,
            MemoryWatch memory,
            BooleanSupplier stopRequested) {
        this.name = name;
        this.task = task;
        this.store = store;
        this.artefacts = artefacts;
        this.heartbeat = heartbeat;
        this.guard = guard;
        this.memory = memory;
        this.stopRequested = stopRequested;
    }

    void run() {
        boolean carriedOne = false;
        // One trial at least, or a worker whose bare libraries are near to its limit would be replaced for ever.
        while (!stopRequested.getAsBoolean() && !(carriedOne && memory.isNearLimit())) {
            Optional<ClaimedTrial> claimed = store.claim(name);
            if (claimed.isPresent()) {
                carry(claimed.get());
                carriedOne = true;
            } else {
                LockSupport.parkNanos(IDLE_NANOS);
            }
        }
    }

    private void carry(ClaimedTrial trial) {
        heartbeat.begin(trial.lease());
        guard.begin(trial.lease());
        try {
            trial.carry(
                    new TrialPipeline(task, new LeasedJournal(store, trial.lease()), artefacts, store, this::isToStop));
        } catch (LeaseLost e) {
            // Another carries it now, and everything that was written here before counts as that one's past.
        } finally {
            guard.end();
            heartbeat.end();
        }
    }

    private boolean isToStop() {
        return stopRequested.getAsBoolean() || heartbeat.lost() || memory.isRecyclingDue();
    }
}
