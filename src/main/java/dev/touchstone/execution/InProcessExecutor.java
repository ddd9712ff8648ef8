package dev.touchstone.execution;

import dev.touchstone.space.Assignment;
import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.LeasedJournal;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.StudyStore.ClaimedTrial;
import dev.touchstone.study.Estimate;
import dev.touchstone.study.TrialExecutor;
import dev.touchstone.trial.TrialPipeline;
import dev.touchstone.trial.TrialTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One worker thread in this process, one trial at a time. A native crash of a trial is a crash of the sweep. */
public final class InProcessExecutor implements TrialExecutor {
    private static final long IDLE_MILLIS = 5;

    private static final String NAME = "thread";

    private final TrialTask task;
    private final StudyStore store;
    private final ArtefactStore artefacts;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread worker = new Thread(this::work, "touchstone-worker");

    public InProcessExecutor(TrialTask task, StudyStore store, ArtefactStore artefacts) {
        this.task = task;
        this.store = store;
        this.artefacts = artefacts;
    }

    @Override
    public int workers() {
        return 1;
    }

    @Override
    public Estimate measure(Assignment assignment) {
        return Estimate.measured(task, assignment);
    }

    @Override
    public void start() {
        worker.start();
    }

    private void work() {
        try {
            while (!stop.get()) {
                store.claim(NAME).ifPresentOrElse(this::carry, InProcessExecutor::idle);
            }
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }

    private void carry(ClaimedTrial trial) {
        trial.carry(new TrialPipeline(task, new LeasedJournal(store, trial.lease()), artefacts, store, stop::get));
    }

    private static void idle() {
        try {
            Thread.sleep(IDLE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void check() {
        Throwable cause = failure.get();
        if (cause instanceof RuntimeException e) {
            throw e;
        } else if (cause != null) {
            throw new IllegalStateException("the worker ended", cause);
        }
    }

    @Override
    public void close() {
        stop.set(true);
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
