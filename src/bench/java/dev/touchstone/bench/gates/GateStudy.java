package dev.touchstone.bench.gates;

import dev.touchstone.data.vault.VaultKeys;
import dev.touchstone.execution.HangWatch;
import dev.touchstone.execution.Machine;
import dev.touchstone.execution.MemoryLimit;
import dev.touchstone.execution.ProcessExecutor;
import dev.touchstone.execution.WorkerSettings;
import dev.touchstone.search.RandomSampler;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.SearchCoordinator;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.SweepListener;
import dev.touchstone.trial.TrialTask;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A study of the benchmark; one that was interrupted goes on. */
final class GateStudy {
    private final Studies studies;
    private final Path spec;
    private final Overrides overrides;

    /** @param folder of all files, keys too */
    GateStudy(Path folder, Path spec, Draw draw) {
        this.studies = new Studies(folder.resolve("reports"), VaultKeys.inFolder(folder.resolve("keys")), Clock.systemUTC());
        this.spec = spec;
        this.overrides = draw.on(spec);
    }

    /** Runs it to its end. */
    Ended run() {
        try (OpenStudy study = open()) {
            WorkerSettings settings = new WorkerSettings(
                    1,
                    MemoryLimit.share(Machine.memory(), 2),
                    WorkerSettings.SILENCE,
                    HangWatch.FLOOR,
                    WorkerSettings.RETRIES);
            // Trials that diverge fail, in such a space often in a row.
            new SearchCoordinator(study, new RandomSampler(), new Counting(), () -> false, Integer.MAX_VALUE)
                    .run(new ProcessExecutor(study, settings));
            return ended(study);
        }
    }

    /** As far as it has come. */
    Ended asItIs() {
        try (OpenStudy study = open()) {
            return ended(study);
        }
    }

    private OpenStudy open() {
        return studies.start(SpecFile.read(spec, overrides), overrides);
    }

    private static Ended ended(OpenStudy study) {
        return new Ended(
                study.task(),
                study.store().read().trials().stream()
                        .filter(trial -> trial.state().isFinal())
                        .toList());
    }

    /** @param trials that have come to their end */
    record Ended(TrialTask task, List<TrialRecord> trials) {}

    private static final class Counting implements SweepListener {
        private static final int EVERY = 25;

        @Override
        public void planned(Plan plan) {}

        @Override
        public void trialEnded(TrialRecord trial, Progress progress) {
            if (trial.number() % EVERY == 0) {
                System.err.println("trial " + trial.number() + " of " + progress.trials());
            }
        }

        @Override
        public void told(String message) {}
    }
}
