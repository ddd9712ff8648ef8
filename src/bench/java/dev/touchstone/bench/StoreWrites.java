package dev.touchstone.bench;

import dev.touchstone.execution.WorkerSettings;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.Lease;
import dev.touchstone.store.StudyStore;
import dev.touchstone.study.SearchCoordinator.Outcome;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How long a worker waits for what is written at once: a claim, an epoch's validation value, a trial's end. */
final class StoreWrites implements InFolder {
    private static final int TRIALS = 200;
    private static final double MOST_MEDIAN_MILLIS = 5;
    private static final Assignment ANY = new Assignment(Map.of("learning-rate", 0.1));
    private static final TrialEvent END =
            new Failure(FailureCause.EXCEPTION, "the bench's end").event(WorkerSettings.RETRIES, 0);

    private final List<Double> claims = new ArrayList<>();
    private final List<Double> epochs = new ArrayList<>();
    private final List<Double> ends = new ArrayList<>();

    public static void main(String[] arguments) throws IOException, InterruptedException {
        InFolder.runAndExit(new StoreWrites());
    }

    @Override
    public boolean run(Path folder) throws IOException {
        BenchStudy study = new BenchStudy(folder, Map.of(), new Overrides(Map.of(), 1, null));
        if (study.run(1) != Outcome.FINISHED) {
            throw new IllegalStateException("the study did not finish");
        }
        try (StudyStore store = study.store()) {
            for (int trial = 1; trial <= TRIALS; trial++) {
                write(store, trial);
            }
        }
        boolean yes = tell("claim", claims);
        yes &= tell("validation value", epochs);
        yes &= tell("end", ends);
        return yes;
    }

    private void write(StudyStore store, int seed) {
        store.enqueue(ANY, new double[] {0.5}, seed);
        Lease lease = timed(claims, () -> store.claim("bench").orElseThrow().lease());
        store.append(lease, List.of(new TrialEvent.Started(Map.of())));
        TrialEvent epoch = new TrialEvent.EpochEnded(1, 20, 0.1, 1, 1, 0.5, 0.1, null, null);
        timed(epochs, () -> append(store, lease, epoch));
        timed(ends, () -> append(store, lease, END));
    }

    private static Lease append(StudyStore store, Lease lease, TrialEvent event) {
        store.append(lease, List.of(event));
        return lease;
    }

    private static Lease timed(List<Double> millis, Supplier<Lease> write) {
        long began = System.nanoTime();
        Lease lease = write.get();
        millis.add((System.nanoTime() - began) / 1e6);
        return lease;
    }

    private static boolean tell(String what, List<Double> millis) {
        millis.sort(Comparator.naturalOrder());
        double median = millis.get(TRIALS / 2);
        boolean yes = median <= MOST_MEDIAN_MILLIS;
        System.out.printf(
                "%-16s  median %.2f ms, 95 %% within %.2f ms; wanted: a median of at most %.0f ms: %s%n",
                what, median, millis.get(TRIALS * 95 / 100), MOST_MEDIAN_MILLIS, yes ? "yes" : "NO");
        return yes;
    }
}
