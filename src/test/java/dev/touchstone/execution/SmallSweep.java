package dev.touchstone.execution;

import dev.touchstone.data.vault.VaultKeys;
import dev.touchstone.search.RandomSampler;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.ReadSpec;
import dev.touchstone.study.SearchCoordinator;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.SweepListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A study of seconds on real data, with all its files below one folder. */
final class SmallSweep {
    static final String STUDY = "small";

    private final Path spec;
    private final Studies studies;
    final List<TrialRecord> ended = new ArrayList<>();
    final List<String> told = new ArrayList<>();

    SmallSweep(Path folder) throws IOException {
        this(folder, SPACE, 4);
    }

    SmallSweep(Path folder, String space, int trials) throws IOException {
        Path data = Path.of("search-spaces", "data", "breast-cancer.csv").toAbsolutePath();
        spec = Files.writeString(
                Files.createDirectories(folder).resolve("small.yaml"), SPEC.formatted(data, space, trials));
        studies = new Studies(folder.resolve("reports"), VaultKeys.inFolder(folder.resolve("keys")), Clock.systemUTC());
    }

    static final String SPACE = """
              learning-rate: {log-uniform: [1e-3, 1e-1]}
              width: {integer: [8, 16]}
            """;

    private static final String SPEC = """
            study: small
            data:
              source: {csv: '%s', label: diagnosis}
              normalise: standardise
            model:
              layers:
                - dense: {units: $width, activation: relu}
                - dropout: {rate: 0.2}
                - output: {loss: cross-entropy, activation: softmax}
            space:
            %sobjective: {metric: accuracy}
            training: {epochs: 4, early-stopping: {patience: 2}}
            search: {sampler: random, trials: %d, seed: 5}
            """;

    Studies studies() {
        return studies;
    }

    SearchCoordinator.Outcome run(BooleanSupplier stop) {
        ReadSpec read = SpecFile.read(spec, Overrides.NONE);
        return run(studies.start(read, Overrides.NONE), stop);
    }

    SearchCoordinator.Outcome resume() {
        return run(studies.resume(STUDY), () -> false);
    }

    private SearchCoordinator.Outcome run(OpenStudy opened, BooleanSupplier stop) {
        try (OpenStudy study = opened) {
            InProcessExecutor executor = new InProcessExecutor(study.task(), study.store(), study.artefacts());
            return new SearchCoordinator(study, new RandomSampler(), new Notes(), stop).run(executor);
        }
    }

    StudyRecord record() {
        try (OpenStudy study = studies.resume(STUDY)) {
            return study.store().read();
        }
    }

    private final class Notes implements SweepListener {
        @Override
        public void planned(Plan plan) {
            told.add(plan.trials() + " trials");
        }

        @Override
        public void trialEnded(TrialRecord trial, Progress progress) {
            ended.add(trial);
        }

        @Override
        public void told(String message) {
            told.add(message);
        }
    }
}
