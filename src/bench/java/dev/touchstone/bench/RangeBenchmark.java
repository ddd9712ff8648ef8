package dev.touchstone.bench;

import dev.touchstone.bench.range.RangeFigures;
import dev.touchstone.trial.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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

    /** @param arguments nothing, for all cases and a result file; or a number, for one case of so many */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            new RangeFigures(FOLDER, new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                    .print(Integer.parseInt(arguments[0]));
        } else {
            Files.createDirectories(RESULT.getParent());
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(RESULT))) {
                out.println(COMMAND);
                out.println(Environment.ofThisProcess());
                out.println();
                new RangeFigures(FOLDER, out).print(1);
            }
            System.out.print(Files.readString(RESULT));
        }
        System.exit(0); // ND4J leaves threads behind that would keep the process
    }
}
