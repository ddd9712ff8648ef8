package dev.touchstone.bench;

import dev.touchstone.data.vault.VaultKeys;
import dev.touchstone.execution.HangWatch;
import dev.touchstone.execution.Machine;
import dev.touchstone.execution.MemoryLimit;
import dev.touchstone.execution.ProcessExecutor;
import dev.touchstone.execution.WorkerSettings;
import dev.touchstone.search.RandomSampler;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.SearchCoordinator;
import dev.touchstone.study.SearchCoordinator.Outcome;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.TrialExecutor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The digits study with all its files, keys too, in one folder; coordinated by this process. */
final class BenchStudy {
    private final Studies studies;
    private final Path spec;
    private final Overrides overrides;

    /** @param sections of the spec to change, see {@link Digits#spec} */
    BenchStudy(Path folder, Map<String, String> sections, Overrides overrides) throws IOException {
        this.studies = new Studies(folder.resolve("reports"), VaultKeys.inFolder(folder.resolve("keys")), Clock.systemUTC());
        this.spec = Digits.spec(folder, sections);
        this.overrides = overrides;
    }

    /** Runs the study to its end by so many worker processes, as the command does where it is told no more. */
    Outcome run(int workers) {
        WorkerSettings settings = new WorkerSettings(
                workers,
                MemoryLimit.share(Machine.memory(), workers),
                WorkerSettings.SILENCE,
                HangWatch.FLOOR,
                WorkerSettings.RETRIES);
        return run(study -> new ProcessExecutor(study, settings));
    }

    Outcome run(Function<OpenStudy, TrialExecutor> executor) {
        try (OpenStudy study = studies.start(SpecFile.read(spec, overrides), overrides)) {
            return new SearchCoordinator(
                            study,
                            new RandomSampler(),
                            new Silent(),
                            () -> false,
                            SearchCoordinator.CONSECUTIVE_FAILURES)
                    .run(executor.apply(study));
        }
    }

    /** A store of the study for another thread or another time; the study must have been begun. */
    StudyStore store() {
        return SqliteStudyStore.openExisting(studies.folder(Digits.STUDY).database(), Digits.STUDY);
    }

    /** The trials as they stand. */
    List<TrialRecord> trials() {
        try (StudyStore store = store()) {
            return store.read().trials();
        }
    }

    StudyFolder files() {
        return studies.folder(Digits.STUDY);
    }
}
