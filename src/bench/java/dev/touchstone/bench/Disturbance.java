package dev.touchstone.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What can happen to a sweep from outside. */
enum Disturbance {
    WORKER_KILLED("kill -9 of a worker", false, "KILL"),
    WORKER_STOPPED("SIGSTOP of a worker, for longer than it may be silent", false, "STOP"),
    COORDINATOR_KILLED("kill -9 of the coordinator", true, "KILL"),
    COORDINATOR_KILLED_BESIDE_A_STOPPED_WORKER("SIGSTOP of a worker, then kill -9 of the coordinator", true, "KILL"),
    COORDINATOR_INTERRUPTED("SIGINT to the coordinator alone", true, "INT"),
    ALL_INTERRUPTED("Ctrl-C: SIGINT to the coordinator and its workers", true, "INT");

    private final String words;
    private final boolean endsTheCoordinator;
    private final String signal;

    Disturbance(String words, boolean endsTheCoordinator, String signal) {
        this.words = words;
        this.endsTheCoordinator = endsTheCoordinator;
        this.signal = signal;
    }

    boolean endsTheCoordinator() {
        return endsTheCoordinator;
    }

    /** Whether the code is one that a coordinator may end with after this; 0 when it was just about to end by itself. */
    boolean explains(int exitCode) {
        return exitCode == 0 || exitCode == (signal.equals("KILL") ? 137 : 130);
    }

    /**
     * Strikes.
     *
     * @param chance from 0 to less than 1, chooses the worker
     * @param asleep how long a stopped worker stays so
     */
    void strike(CommandProcess coordinator, WorkerProcesses workers, double chance, Duration asleep)
            throws IOException, InterruptedException {
        switch (this) {
            case WORKER_KILLED -> signalOne(workers, chance);
            case WORKER_STOPPED -> stopOne(workers, chance, asleep);
            case COORDINATOR_KILLED_BESIDE_A_STOPPED_WORKER -> {
                stopOne(workers, chance, asleep);
                coordinator.signal(signal);
            }
            case COORDINATOR_KILLED, COORDINATOR_INTERRUPTED -> coordinator.signal(signal);
            case ALL_INTERRUPTED -> coordinator.signalGroup(signal);
        }
    }

    private void signalOne(WorkerProcesses workers, double chance) throws IOException, InterruptedException {
        List<ProcessHandle> alive = workers.alive();
        if (!alive.isEmpty()) {
            WorkerProcesses.signal(signal, pid(alive, chance));
        }
    }

    private static void stopOne(WorkerProcesses workers, double chance, Duration asleep)
            throws IOException, InterruptedException {
        List<ProcessHandle> alive = workers.alive();
        if (!alive.isEmpty()) {
            String sleeper = pid(alive, chance);
            WorkerProcesses.signal("STOP", sleeper);
            Executor later = CompletableFuture.delayedExecutor(asleep.toMillis(), TimeUnit.MILLISECONDS);
            later.execute(() -> wake(sleeper));
        }
    }

    private static void wake(String sleeper) {
        try {
            WorkerProcesses.signal("CONT", sleeper);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("cannot wake the worker " + sleeper, e);
        }
    }

    private static String pid(List<ProcessHandle> alive, double chance) {
        return String.valueOf(alive.get((int) (chance * alive.size())).pid());
    }

    @Override
    public String toString() {
        return words;
    }
}
