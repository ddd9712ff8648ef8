package dev.touchstone.bench;

import dev.touchstone.spec.Overrides;
import dev.touchstone.store.StudyStore;
import dev.touchstone.study.SearchCoordinator.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The resident memory of a worker that trains one network for many iterations: flat, and small. */
final class FlatMemory implements InFolder {
    private static final int EPOCHS = 1000;
    private static final Map<String, String> SECTIONS =
            Map.of("training", "{epochs: %1$d, early-stopping: {patience: %1$d}}".formatted(EPOCHS));

    /** 20 iterations an epoch. */
    private static final Overrides ONE_LONG_TRIAL = new Overrides(
            Map.of("batch-size", "64", "width", "64", "optimiser", "adam", "learning-rate", "1e-3", "dropout", "0.2"),
            1,
            null);

    private static final int LOOK_MILLIS = 1000;
    private static final int ROWS = 20;
    private static final double MOST_MB = 600;

    /** Of the second quarter of the time; the first one loads and compiles code. */
    private static final double MOST_GROWTH = 1.05;

    private final List<Sample> samples = new ArrayList<>();

    private record Sample(int iteration, double megabytes) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        InFolder.runAndExit(new FlatMemory());
    }

    @Override
    public boolean run(Path folder) throws IOException, InterruptedException {
        BenchStudy study = new BenchStudy(folder, SECTIONS, ONE_LONG_TRIAL);
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> study.run(1));
        while (!outcome.isDone()) {
            look(study);
            Thread.sleep(LOOK_MILLIS);
        }
        return outcome.join() == Outcome.FINISHED && tell();
    }

    private void look(BenchStudy study) throws IOException {
        for (ProcessHandle worker : new WorkerProcesses(study.files().folder()).alive()) {
            double megabytes = WorkerProcesses.resident(worker) / (double) (1 << 20);
            int iteration = iteration(study);
            if (megabytes > 0 && iteration > 0) {
                samples.add(new Sample(iteration, megabytes));
            }
        }
    }

    private static int iteration(BenchStudy study) {
        if (!Files.exists(study.files().database())) {
            return 0;
        }
        try (StudyStore store = study.store()) {
            return store.trial(1)
                    .map(trial -> trial.epochs())
                    .filter(epochs -> !epochs.isEmpty())
                    .map(epochs -> epochs.get(epochs.size() - 1).iteration())
                    .orElse(0);
        }
    }

    private boolean tell() {
        System.out.println("iteration    MB");
        int step = Math.max(1, samples.size() / ROWS);
        for (int i = 0; i < samples.size(); i += step) {
            System.out.printf("%9d  %4.0f%n", samples.get(i).iteration(), samples.get(i).megabytes());
        }
        double second = mean(1);
        double last = mean(3);
        double most = samples.stream().mapToDouble(Sample::megabytes).max().orElse(Double.NaN);
        boolean yes = last <= MOST_GROWTH * second && most <= MOST_MB;
        System.out.printf(
                "%d samples; mean of the quarters %.0f, %.0f, %.0f, %.0f MB; at most %.0f MB (limit %.0f)%n%s%n",
                samples.size(),
                mean(0),
                second,
                mean(2),
                last,
                most,
                MOST_MB,
                yes ? "flat" : "NOT FLAT");
        return yes;
    }

    private double mean(int quarter) {
        int size = samples.size();
        return samples.subList(quarter * size / 4, (quarter + 1) * size / 4).stream()
                .mapToDouble(Sample::megabytes)
                .average()
                .orElse(Double.NaN);
    }
}
