package dev.touchstone.bench;

import dev.touchstone.bench.faults.FaultFigures;
import dev.touchstone.trial.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Faults that are seeded into healthy programs, and what data checks, gates, rules and experiments say of the trials. What
 * counts as the true cause of each kind, and what the words below mean, is written in {@code docs/fault-benchmark.md}. Interrupted and run again
 * it goes on.
 */
final class FaultBenchmark {
    private static final Path RESULT = Path.of("src", "bench", "results", "faults.txt");
    private static final String COMMAND = "mvn -q test-compile exec:exec -Dbench=FaultBenchmark";
    private static final Path FOLDER = Path.of("target", "fault-benchmark");

    private FaultBenchmark() {}

    /**
     * @param arguments in any order: {@code counting} (unless {@code tuning} is said), {@code kept} to print what is there
     *     without training, {@code again} to have it said anew, {@code experiments}, {@code rounds=N}, {@code healthy=N}, {@code minutes=N}, {@code programs=A,B},
     *     {@code kinds=A,B}; the whole of the half that counts goes into the result file
     */
    public static void main(String[] arguments) throws IOException {
        StringWriter told = new StringWriter();
        PrintWriter out = new PrintWriter(told);
        out.println(COMMAND
                + (arguments.length == 0 ? "" : " -Dbench.args='" + String.join(" ", arguments) + "'"));
        out.println(Environment.ofThisProcess());
        out.println();
        boolean whole = new FaultFigures(out).print(FOLDER, arguments);
        out.flush();
        if (whole) {
            Files.createDirectories(RESULT.getParent());
            Files.writeString(RESULT, told.toString());
        }
        System.out.print(told);
        System.exit(0); // ND4J leaves threads behind that would keep the process
    }
}
