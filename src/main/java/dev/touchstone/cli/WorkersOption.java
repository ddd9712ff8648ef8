package dev.touchstone.cli;

import dev.touchstone.base.UserError;
import dev.touchstone.execution.HangWatch;
import dev.touchstone.execution.InProcessExecutor;
import dev.touchstone.execution.Machine;
import dev.touchstone.execution.MemoryLimit;
import dev.touchstone.execution.ProcessExecutor;
import dev.touchstone.execution.WorkerSettings;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.SearchCoordinator;
import dev.touchstone.study.TrialExecutor;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who carries the trials out, and what is done when one breaks. */
final class WorkersOption {
    @Option(
            names = "--on",
            paramLabel = "WHAT",
            defaultValue = "processes",
            converter = CarrierName.class,
            description = "processes (default): a crash costs one trial; threads: in this process, for debugging.")
    private Carrier on = Carrier.PROCESSES;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Trials that run at once, each in a process of its own; by default one for each core.")
    private @Nullable Integer workers;

    @Option(
            names = "--worker-memory",
            paramLabel = "SIZE",
            converter = MemorySize.class,
            description = "Resident memory that a worker's trial fails beyond, such as 2g or 800m; by default an equal"
                    + " share of four fifths of the machine.")
    private @Nullable Long memory;

    @Option(
            names = "--worker-silence",
            paramLabel = "SECONDS",
            description =
                    "A worker from which nothing is heard for so long loses its trial; ${DEFAULT-VALUE} by default.",
            defaultValue = "30")
    private int silence;

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = "How often a trial is carried again after its worker crashed or was killed;"
                    + " ${DEFAULT-VALUE} by default.",
            defaultValue = "" + WorkerSettings.RETRIES)
    private int retries;

    @Option(
            names = "--max-consecutive-failures",
            paramLabel = "N",
            description = "The sweep ends when so many trials failed in a row; ${DEFAULT-VALUE} by default.",
            defaultValue = "" + SearchCoordinator.CONSECUTIVE_FAILURES)
    private int consecutiveFailures;

    int consecutiveFailures() {
        return atLeast(1, "--max-consecutive-failures", consecutiveFailures);
    }

    /**
     * Carries out the trials of a study once it is open.
     *
     * @throws UserError when a number is out of its range, or options exclude each other
     */
    Function<OpenStudy, TrialExecutor> executors() {
        WorkerSettings settings = settings();
        if (on == Carrier.PROCESSES) {
            return study -> new ProcessExecutor(study, settings);
        }
        if (workers != null && workers != 1) {
            throw new UserError("--workers " + workers + ": --on threads carries one trial at a time;"
                    + " leave one of the two out");
        }
        return study -> new InProcessExecutor(study.task(), study.store(), study.artefacts());
    }

    private WorkerSettings settings() {
        int number = workers == null ? Machine.cores() : atLeast(1, "--workers", workers);
        return new WorkerSettings(
                number,
                memory == null ? MemoryLimit.share(Machine.memory(), number) : new MemoryLimit(memory),
                Duration.ofSeconds(atLeast(1, "--worker-silence", silence)),
                HangWatch.FLOOR,
                atLeast(0, "--retries", retries));
    }

    private static int atLeast(int least, String option, int value) {
        if (value < least) {
            throw new UserError(option + ": expected a whole number from " + least + " on, found " + value);
        }
        return value;
    }
}
