package dev.touchstone.bench;

import dev.touchstone.execution.HangWatch;
import dev.touchstone.execution.MemoryLimit;
import dev.touchstone.execution.SabotagedWorker;
import dev.touchstone.execution.WorkerSettings;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.FolderArtefacts;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.SearchCoordinator.Outcome;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A study in which a third of the trials crash in native code, hang, or take all memory: it comes to its end, and each
 * trial is recorded for what it was.
 */
public final class Sabotage implements InFolder {
    private static final int TRIALS = 18;
    private static final int WORKERS = 2;

    /** Far beyond what a trial of this study takes, and quickly reached. */
    private static final MemoryLimit MEMORY = new MemoryLimit(1200L << 20);

    private static final Map<String, String> SECTIONS = Map.of(
            "training", "{epochs: 10, early-stopping: {patience: 10}}",
            "gates", "{build: off, initialisation: off, overfit-tiny-batch: off, learning-rate-range: off}");

    /** What the evidence of a cause must speak of: the JVM's report, the stack that hangs. */
    private static final Map<FailureCause, String> EVIDENCE =
            Map.of(FailureCause.NATIVE_CRASH, "SIGSEGV", FailureCause.HANG, Harm.class.getName());

    private final int trials;
    private final Duration hangFloor;
    private final PrintStream out;

    /**
     * @param trials at least nine for each harm to come
     * @param hangFloor no shorter pause of a trial's work is a hang
     * @param out gets a line a trial and the verdict
     */
    public Sabotage(int trials, Duration hangFloor, PrintStream out) {
        this.trials = trials;
        this.hangFloor = hangFloor;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        InFolder.runAndExit(new Sabotage(TRIALS, HangWatch.FLOOR, System.out));
    }

    @Override
    public boolean run(Path folder) throws IOException {
        BenchStudy study =
                new BenchStudy(folder, SECTIONS, new Overrides(Map.of("batch-size", "64"), trials, null));
        WorkerSettings settings =
                new WorkerSettings(WORKERS, MEMORY, WorkerSettings.SILENCE, hangFloor, WorkerSettings.RETRIES);
        Outcome outcome = study.run(opened -> SabotagedWorker.executor(opened, settings));
        List<TrialRecord> records = study.trials();
        boolean yes = outcome == Outcome.FINISHED && records.size() == trials;
        for (TrialRecord trial : records) {
            boolean right = isRight(trial, study.files());
            out.printf("%2d  %-8s  %-5s  %s%n", trial.number(), trial.state(), right ? "right" : "WRONG", broke(trial));
            yes &= right;
        }
        out.println(outcome + (yes ? ", each recorded for what it was" : ", NOT AS IT SHOULD BE"));
        return yes;
    }

    private static boolean isRight(TrialRecord trial, StudyFolder files) {
        List<FailureCause> causes =
                trial.failures().stream().map(Failure::cause).toList();
        return Harm.of(trial.number())
                .map(harm -> trial.state() == TrialState.FAILED
                        && causes.equals(harm.causes())
                        && trial.failures().stream().allMatch(failure -> isEvident(failure, files)))
                .orElseGet(() -> trial.state() == TrialState.COMPLETE && causes.isEmpty());
    }

    private static boolean isEvident(Failure failure, StudyFolder files) {
        String expected = EVIDENCE.get(failure.cause());
        if (expected == null) {
            return true;
        }
        return failure.evidence() != null
                && new String(new FolderArtefacts(files.artefacts()).get(failure.evidence()), StandardCharsets.UTF_8)
                        .contains(expected);
    }

    private static List<String> broke(TrialRecord trial) {
        return trial.failures().stream()
                .map(failure -> failure.cause() + ": " + failure.reason())
                .toList();
    }
}
