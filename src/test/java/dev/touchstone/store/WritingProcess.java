package dev.touchstone.store;

import dev.touchstone.trial.TrialEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writers with a store each: everyone claims a trial and appends its losses, each in a transaction of its own. */
final class WritingProcess {
    private WritingProcess() {}

    /** @param arguments database, study, how many writers, how many losses each */
    public static void main(String[] arguments) throws Exception {
        int writers = Integer.parseInt(arguments[2]);
        int writes = Integer.parseInt(arguments[3]);
        CountDownLatch start = new CountDownLatch(1);
        Callable<Void> writer = () -> {
            try (StudyStore store = SqliteStudyStore.openExisting(Path.of(arguments[0]), arguments[1])) {
                Lease lease = store.claim("a worker").orElseThrow().lease();
                store.append(lease, List.of(new TrialEvent.Started(Map.of())));
                start.await();
                for (int iteration = 1; iteration <= writes; iteration++) {
                    store.append(lease, List.of(new TrialEvent.LossesRecorded(List.of(iteration), List.of((double)
                            lease.trial()))));
                }
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<Void>> ends = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            ends.add(threads.submit(writer));
        }
        System.in.read(); // ends when all processes are ready
        start.countDown();
        threads.shutdown();
        for (Future<Void> end : ends) {
            end.get();
        }
    }
}
