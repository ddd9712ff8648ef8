package dev.touchstone.bench;

import dev.touchstone.execution.HangWatch;
import dev.touchstone.execution.Machine;
import dev.touchstone.execution.MemoryLimit;
import dev.touchstone.execution.WorkerSettings;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.SearchCoordinator.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How many trials a second two workers carry, against one; the runs alternate, for no machine stays as it is. */
final class Throughput implements InFolder {
    private static final int TRIALS = 24;
    private static final int PAIRS = 3;
    private static final double LEAST_RATIO = 1.6;

    /**
     * A run of the whole study.
     *
     * @param carrying from the first trial's start to the last one's end
     * @param whole from the executor's start to its end, with the start of the processes
     */
    private record Run(Duration carrying, Duration whole) {
        double trialsPerSecond() {
            return TRIALS * 1e3 / carrying.toMillis();
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        InFolder.runAndExit(new Throughput());
    }

    @Override
    public boolean run(Path folder) throws IOException {
        System.out.println("workers  trials/s  carrying  whole");
        List<Double> ratios = new ArrayList<>();
        for (int pair = 1; pair <= PAIRS; pair++) {
            Run one = carry(folder.resolve("one-" + pair), 1);
            Run two = carry(folder.resolve("two-" + pair), 2);
            ratios.add(two.trialsPerSecond() / one.trialsPerSecond());
        }
        ratios.sort(Comparator.naturalOrder());
        double median = ratios.get(PAIRS / 2);
        boolean yes = median >= LEAST_RATIO;
        System.out.printf(
                "two workers carry %.2f times as many trials (median of %s); wanted: %.1f: %s%n",
                median, ratios.stream().map("%.2f"::formatted).toList(), LEAST_RATIO, yes ? "yes" : "NO");
        return yes;
    }

    private static Run carry(Path folder, int workers) throws IOException {
        BenchStudy study =
                new BenchStudy(Files.createDirectories(folder), Map.of(), new Overrides(Map.of(), TRIALS, null));
        Instant began = Instant.now();
        Outcome outcome = study.run(new WorkerSettings(
                workers,
                MemoryLimit.share(Machine.memory(), workers),
                WorkerSettings.SILENCE,
                HangWatch.FLOOR,
                WorkerSettings.RETRIES));
        if (outcome != Outcome.FINISHED) {
            throw new IllegalStateException("the study was " + outcome);
        }
        Run run = new Run(carrying(study.trials()), Duration.between(began, Instant.now()));
        System.out.printf(
                "%7d  %8.2f  %6.1f s  %3.1f s%n",
                workers, run.trialsPerSecond(), run.carrying().toMillis() / 1e3, run.whole().toMillis() / 1e3);
        return run;
    }

    private static Duration carrying(List<TrialRecord> trials) {
        Instant first = trials.stream()
                .map(trial -> Objects.requireNonNull(trial.started()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = trials.stream()
                .map(trial -> Objects.requireNonNull(trial.ended()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Duration.between(first, last);
    }
}
