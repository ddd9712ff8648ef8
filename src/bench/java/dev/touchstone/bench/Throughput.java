package dev.touchstone.bench;

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

/**
 * How many trials a second two workers carry, against one; the runs alternate, for no machine stays as it is. The bound
 * is for trials of some seconds. The digits spec's own, of half a second, are shown beside: there each worker spends as
 * long on compiling its code as on training, and one worker has the other core for that.
 */
final class Throughput implements InFolder {
    private static final int TRIALS = 24;
    private static final int EPOCHS = 100;
    private static final Map<String, String> LARGER = Map.of(
            "  width",
            "{integer: [256, 1024], log: true}",
            "training",
            "{epochs: %1$d, early-stopping: {patience: %1$d}, schedule: cosine}".formatted(EPOCHS));

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
        System.out.println("The digits spec as it is:");
        double small = ratio(folder.resolve("small"), Map.of());
        System.out.printf("With 256 to 1,024 units, trained for %d epochs:%n", EPOCHS);
        double larger = ratio(folder.resolve("larger"), LARGER);
        boolean yes = larger >= LEAST_RATIO;
        System.out.printf(
                "two workers carry %.2f times as many trials (%.2f of the small ones); wanted: %.1f: %s%n",
                larger, small, LEAST_RATIO, yes ? "yes" : "NO");
        return yes;
    }

    /** The median over the pairs. */
    private static double ratio(Path folder, Map<String, String> sections) throws IOException {
        System.out.println("workers  trials/s  carrying  whole");
        List<Double> ratios = new ArrayList<>();
        for (int pair = 1; pair <= PAIRS; pair++) {
            Run one = carry(folder.resolve("one-" + pair), sections, 1);
            Run two = carry(folder.resolve("two-" + pair), sections, 2);
            ratios.add(two.trialsPerSecond() / one.trialsPerSecond());
        }
        ratios.sort(Comparator.naturalOrder());
        System.out.println(ratios.stream().map("%.2f"::formatted).toList());
        return ratios.get(PAIRS / 2);
    }

    private static Run carry(Path folder, Map<String, String> sections, int workers) throws IOException {
        BenchStudy study =
                new BenchStudy(Files.createDirectories(folder), sections, new Overrides(Map.of(), TRIALS, null));
        Instant began = Instant.now();
        Outcome outcome = study.run(workers);
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
