package dev.touchstone.execution;

import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.SearchCoordinator.Outcome;
import dev.touchstone.study.TrialExecutor;
import dev.touchstone.trial.TrialState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Sweeps by worker processes that are quick to give up. */
final class WorkersSweep {
    private static final MemoryLimit PLENTY = new MemoryLimit(4L << 30);

    private WorkersSweep() {}

    static WorkerSettings settings(int workers) {
        return new WorkerSettings(workers, PLENTY, Duration.ofSeconds(3), HangWatch.FLOOR, WorkerSettings.RETRIES);
    }

    static Outcome run(SmallSweep sweep, int workers, Predicate<OpenStudy> stop) {
        return sweep.run(sweep.open(), by(workers, WorkerMain.class, MeasuringMain.class), stop);
    }

    static Function<OpenStudy, TrialExecutor> by(int workers, Class<?> main, Class<?> measuringMain) {
        return study -> new ProcessExecutor(study, settings(workers), main, measuringMain);
    }

    /** The worker processes of this process that live; a test starts no others. */
    static List<ProcessHandle> workers() {
        return ProcessHandle.current().children().toList();
    }

    /** Whether the first trial runs and has an epoch behind it. */
    static boolean isTraining(OpenStudy study) {
        return study.store()
                .trial(1)
                .filter(trial ->
                        trial.state() == TrialState.RUNNING && !trial.epochs().isEmpty())
                .isPresent();
    }

    /** Carries a long sweep below a folder by one worker. */
    public static void main(String[] arguments) throws IOException {
        run(LongSweep.in(Path.of(arguments[0])), 1, study -> false);
    }
}
