package dev.touchstone.execution;

import dev.touchstone.store.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Keeps one worker going: when its process has ended, another is started in its place. */
final class WorkerSlot {
    /** Workers that die before they have claimed a trial point to something that the next one will die of, too. */
    private static final int STILLBORN = 3;

    private final IntFunction<WorkerProcess> starter;
    private @Nullable WorkerProcess process;
    private int starts;
    private int stillborn;

    /** @param starter starts a worker, given how many were started before in this slot */
    WorkerSlot(IntFunction<WorkerProcess> starter) {
        this.starter = starter;
    }

    void start() {
        process = starter.apply(starts++);
    }

    /** The worker whose process has ended, if it has. */
    Optional<WorkerProcess> ended() {
        return Optional.ofNullable(process).filter(worker -> !worker.isAlive());
    }

    /** The worker of a name, if it is here. */
    Optional<WorkerProcess> worker(String name) {
        return Optional.ofNullable(process).filter(worker -> worker.name().equals(name));
    }

    /** The worker was seen with a trial. */
    void carries() {
        stillborn = 0;
    }

    /**
     * Puts a new process in the place of one that has ended.
     *
     * @throws StoreException when one after the other dies before it has a trial
     */
    void replace(WorkerDeath death) {
        stillborn += death.isOrderly() ? 0 : 1;
        if (stillborn == STILLBORN) {
            throw new StoreException(
                    "workers end before they claim a trial, with exit code " + death.exitCode() + death.lastWords());
        }
        start();
    }

    void release() {
        if (process != null) {
            process.release();
        }
    }

    void awaitEnd(Duration longest) {
        if (process != null) {
            process.awaitEnd(longest);
        }
    }
}
