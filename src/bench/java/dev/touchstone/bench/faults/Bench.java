package dev.touchstone.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Runs the sample, or goes on with it, and judges what each fault did. */
final class Bench {
    /** Trainings by which the effect of a fault is judged. */
    private static final int SEEDS = 5;

    private static final String DATA = "data.jsonl";

    private static final int REPORTED = 25;

    private final Wanted wanted;
    private final KeptRuns kept;
    private final Runner runner;
    private final long end;

    Bench(Path folder, Wanted wanted) throws IOException {
        Files.createDirectories(folder);
        this.wanted = wanted;
        this.kept = new KeptRuns(folder.resolve("runs.jsonl"));
        if (wanted.again()) {
            kept.forgetSaid();
            Files.deleteIfExists(folder.resolve(DATA));
        }
        this.runner = new Runner(folder, kept, new DataFindings(folder.resolve(DATA)));
        this.end = System.nanoTime() + wanted.time().toNanos();
    }

    List<Judged> judged() {
        List<Judged> all = new ArrayList<>();
        List<Sample.Item> items = Sample.of(wanted).items();
        for (Sample.Item item : items) {
            boolean trainsNothing = wanted.kept() || System.nanoTime() > end;
            if (trainsNothing ? isKept(item) : carry(item)) {
                all.add(judge(item));
            }
            if (!wanted.kept() && all.size() % REPORTED == 0) {
                System.err.println(all.size() + " of " + items.size());
            }
        }
        return all;
    }

    private boolean isKept(Sample.Item item) {
        boolean diagnosed = kept.find(key(item)).filter(Run::diagnosed).isPresent();
        return diagnosed
                && (item.isHealthy()
                        || (seeds().allMatch(seed -> has(item.seeded(), seed))
                                && seeds().allMatch(seed -> has(Seeded.healthy(item.seeded().program()), seed))));
    }

    private boolean has(Seeded seeded, int seed) {
        return kept.find(Run.key(seeded.program().name(), seeded.fault(), 1, seed)).isPresent();
    }

    private static String key(Sample.Item item) {
        return Run.key(item.seeded().program().name(), item.seeded().fault(), item.split(), item.seed());
    }

    /** Those of the trainings that tell what a change does to a program. */
    static IntStream seeds() {
        return IntStream.rangeClosed(1, SEEDS);
    }

    private boolean carry(Sample.Item item) {
        if (!wanted.experiments()) {
            runner.diagnosed(item.seeded(), item.split(), item.seed()); // first, for its value is one of those below
        }
        if (!item.isHealthy()) {
            Seeded healthy = Seeded.healthy(item.seeded().program());
            seeds().forEach(seed -> runner.trained(item.seeded(), 1, seed));
            seeds().forEach(seed -> runner.trained(healthy, 1, seed));
        }
        if (wanted.experiments() && !item.isHealthy() && judge(item).effect() == Effect.UNDECIDED) {
            runner.diagnosed(item.seeded(), item.split(), item.seed());
        } else if (wanted.experiments()) {
            runner.experimentedOn(item.seeded(), item.split(), item.seed());
        }
        return true;
    }

    private Judged judge(Sample.Item item) {
        Run run = kept.find(key(item)).orElseThrow();
        if (item.isHealthy()) {
            return new Judged(item.seeded(), Effect.HARMLESS, run, run.value(), run.value());
        }
        List<Run> healthy = runs(Seeded.healthy(item.seeded().program()));
        List<Run> faulty = runs(item.seeded());
        Comparison comparison = new Comparison(item.seeded(), healthy, faulty);
        return new Judged(item.seeded(), comparison.effect(), run, comparison.healthy(), comparison.faulty());
    }

    private List<Run> runs(Seeded seeded) {
        return seeds().mapToObj(seed -> kept.find(Run.key(seeded.program().name(), seeded.fault(), 1, seed))
                        .orElseThrow())
                .toList();
    }
}
