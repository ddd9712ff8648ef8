package dev.touchstone.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Workers that have lost their coordinator, each with the moment at which it must be gone. */
final class Orphans {
    /** A worker's own grace of 10 s, and what a busy machine may take to end a process. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final WorkerProcesses workers;
    private final Duration longestSleep;
    private final Map<ProcessHandle, Long> latest = new HashMap<>();

    /** @param longestSleep of a worker that is stopped, and cannot see that its coordinator is gone */
    Orphans(WorkerProcesses workers, Duration longestSleep) {
        this.workers = workers;
        this.longestSleep = longestSleep;
    }

    /** Their coordinator is gone. */
    void bereave() {
        long until = System.nanoTime() + GRACE.plus(longestSleep).toNanos();
        workers.alive().forEach(orphan -> latest.putIfAbsent(orphan, until));
    }

    /** Those that should be gone, and are not. */
    List<Long> overdue() {
        List<ProcessHandle> alive = workers.alive();
        latest.keySet().retainAll(alive);
        return latest.entrySet().stream()
                .filter(orphan -> System.nanoTime() - orphan.getValue() > 0)
                .map(orphan -> orphan.getKey().pid())
                .collect(Collectors.toList());
    }

    /** Waits until all are gone; those that are not in time. */
    List<Long> awaitEnd() throws InterruptedException {
        bereave();
        while (overdue().isEmpty() && !latest.isEmpty()) {
            Thread.sleep(50);
        }
        return overdue();
    }
}
