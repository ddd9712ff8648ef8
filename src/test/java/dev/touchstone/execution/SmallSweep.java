package dev.touchstone.execution;

import dev.touchstone.data.vault.VaultKeys;
import dev.touchstone.search.RandomSampler;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.Estimate;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.SearchCoordinator;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.SweepListener;
import dev.touchstone.study.TrialExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/** A study of seconds on real data, with all its files below one folder. */
public final class SmallSweep {
    public static final String STUDY = "small";

    private final Path spec;
    private final Studies studies;
    final List<TrialRecord> ended = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<Estimate> estimates = new ArrayList<>();

    /** Four trials through all gates. */
    SmallSweep(Path folder) throws IOException {
        this(folder, SPACE, 4, "");
    }

    /** @param more further sections of the spec, whole lines, such as {@link #NO_GATES} */
    public SmallSweep(Path folder, String space, int trials, String more) throws IOException {
        this(folder, space, trials, "{epochs: 4, early-stopping: {patience: 2}}", more);
    }

    /** @param training section of the spec, in braces */
    public SmallSweep(Path folder, String space, int trials, String training, String more) throws IOException {
        Path data = Path.of("search-spaces", "data", "breast-cancer.csv").toAbsolutePath();
        spec = Files.writeString(
                Files.createDirectories(folder).resolve("small.yaml"),
                SPEC.formatted(data, space, training, trials) + more);
        studies = new Studies(folder.resolve("reports"), VaultKeys.inFolder(folder.resolve("keys")), Clock.systemUTC());
    }

    public static final String SPACE = """
              learning-rate: {log-uniform: [1e-3, 1e-1]}
              width: {integer: [8, 16]}
            """;

    /** Its upper corner has 33 billion parameters, its centre one million, the first trial half of that. */
    public static final String HUGE_SPACE = """
              width: {integer: [1, 1000000000], log: true}
              learning-rate: {log-uniform: [1e-3, 1e-2]}
            """;

    public static final String NO_GATES =
            "gates: {build: off, initialisation: off, overfit-tiny-batch: off, learning-rate-range: off}\n";

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
            training: %s
            search: {sampler: random, trials: %d, seed: 5}
            """;

    public Studies studies() {
        return studies;
    }

    /** Opens the study, making it when it is not there. */
    public OpenStudy open() {
        return studies.start(SpecFile.read(spec, Overrides.NONE), Overrides.NONE);
    }

    public SearchCoordinator.Outcome run(BooleanSupplier stop) {
        return run(open(), stop);
    }

    SearchCoordinator.Outcome resume() {
        return run(studies.resume(STUDY), () -> false);
    }

    private SearchCoordinator.Outcome run(OpenStudy opened, BooleanSupplier stop) {
        return run(
                opened,
                study -> new InProcessExecutor(study.task(), study.store(), study.artefacts()),
                study -> stop.getAsBoolean());
    }

    /** @param stop asked often, with the study that runs */
    SearchCoordinator.Outcome run(
            OpenStudy opened, Function<OpenStudy, TrialExecutor> executor, Predicate<OpenStudy> stop) {
        try (OpenStudy study = opened) {
            return new SearchCoordinator(
                            study,
                            new RandomSampler(),
                            new Notes(),
                            () -> stop.test(study),
                            SearchCoordinator.CONSECUTIVE_FAILURES)
                    .run(executor.apply(study));
        }
    }

    public StudyRecord record() {
        try (OpenStudy study = studies.resume(STUDY)) {
            return study.store().read();
        }
    }

    private final class Notes implements SweepListener {
        @Override
        public void planned(Plan plan) {
            told.add(plan.trials() + " trials");
            estimates.add(plan.estimate());
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
