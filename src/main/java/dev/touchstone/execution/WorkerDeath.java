package dev.touchstone.execution;

import dev.touchstone.store.ArtefactStore;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a worker process ended.
 *
 * @param exitCode of a signal: 128 and its number, as Java tells it
 * @param crashReport what the JVM wrote when it crashed, else empty
 * @param log what the process printed
 */
record WorkerDeath(int exitCode, String crashReport, String log) {
    /** The worker ended itself when it had recorded why. */
    static final int HALTED = 10;

    /** The worker could not use the store, and said why. */
    static final int STORE_FAILED = 3;

    private static final int SIGNALLED = 128;

    /** SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGSEGV: what a process brings on itself. */
    private static final Set<Integer> CRASHES = Set.of(4, 6, 7, 8, 11);

    /** SIGHUP, SIGINT and SIGTERM: Java then ends as if asked to. */
    private static final Set<Integer> REQUESTS = Set.of(1, 2, 15);

    /** How the JVM's report begins when the operating system refused it memory. */
    private static final String NO_MEMORY = "insufficient memory for the Java Runtime Environment";

    private static final String FRAME = "# Problematic frame:";

    /** Whether the worker ended because it should, with nothing broken. */
    boolean isOrderly() {
        return exitCode == 0 || exitCode == HALTED || REQUESTS.contains(exitCode - SIGNALLED);
    }

    /** What it meant for the trial that the worker carried; long evidence is kept among the artefacts. */
    Failure failure(ArtefactStore artefacts) {
        Failure failure = failure();
        String evidence = crashReport.isEmpty() ? log : crashReport;
        return failure.cause() == FailureCause.KILLED || evidence.isBlank()
                ? failure
                : failure.with(artefacts.put(evidence.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same without evidence, of which nothing is kept. */
    Failure failure() {
        if (crashReport.contains(NO_MEMORY)) {
            return new Failure(FailureCause.OUT_OF_MEMORY, "the system refused the worker memory");
        } else if (!crashReport.isEmpty()) {
            return new Failure(
                    FailureCause.NATIVE_CRASH, "the worker crashed in native code: " + inOneLine(crashReport));
        } else if (CRASHES.contains(exitCode - SIGNALLED)) {
            return new Failure(
                    FailureCause.NATIVE_CRASH,
                    "the worker crashed in native code with signal " + (exitCode - SIGNALLED) + lastWords());
        } else if (exitCode > SIGNALLED) {
            return new Failure(
                    FailureCause.KILLED,
                    "the worker was killed by signal " + (exitCode - SIGNALLED)
                            + ": by the system, which does so when memory runs out, or by somebody");
        }
        return new Failure(
                exitCode == STORE_FAILED ? FailureCause.STORE : FailureCause.EXCEPTION,
                "the worker ended with exit code " + exitCode + lastWords());
    }

    /** The signal and the frame in which it came. */
    private static String inOneLine(String report) {
        List<String> lines = report.lines().toList();
        String signal = lines.stream()
                .filter(line -> line.startsWith("#  "))
                .findFirst()
                .map(line -> line.substring(1).strip().replaceFirst(" at pc=.*", ""))
                .orElse("an unknown signal");
        int frame = lines.indexOf(FRAME) + 1;
        return frame == 0 || frame == lines.size()
                ? signal
                : signal + " in " + lines.get(frame).substring(1).strip();
    }

    /** The last line of the log, or what was thrown where the log is the trace of it. */
    String lastWords() {
        Optional<String> thrown = log.lines()
                .filter(line -> line.startsWith("Exception in thread"))
                .findFirst();
        return thrown.or(this::lastLine).map(line -> ": " + line.strip()).orElse("");
    }

    /** The last line of the log that says something. */
    Optional<String> lastLine() {
        return log.lines().filter(line -> !line.isBlank()).reduce((first, second) -> second);
    }
}
