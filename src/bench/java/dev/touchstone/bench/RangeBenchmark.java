package dev.touchstone.bench;

import dev.touchstone.bench.range.RangeFigures;
import dev.touchstone.trial.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The learning rates that the range gate and published rules read from ramps, beside those that a grid of trainings shows
 * to be usable. Interrupted and run again it goes on.
 */
final class RangeBenchmark {
    private static final Path RESULT = Path.of("src", "bench", "results", "learning-rate-range.txt");
    private static final String COMMAND = "mvn -q test-compile exec:exec -Dbench=RangeBenchmark";
    private static final Path FOLDER = Path.of("target", "range-benchmark");

    private RangeBenchmark() {}

    /** @param arguments nothing, or {@code kept} to print the cases that are trained already */
    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(RESULT.getParent());
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(RESULT))) {
            out.println(COMMAND + (arguments.length == 0 ? "" : " -Dbench.args=kept"));
            out.println(Environment.ofThisProcess());
            out.println();
            RangeFigures figures = new RangeFigures(FOLDER, out);
            if (arguments.length == 0) {
                figures.print();
            } else {
                figures.printKept();
            }
        }
        System.out.print(Files.readString(RESULT));
        System.exit(0); // ND4J leaves threads behind that would keep the process
    }
}
