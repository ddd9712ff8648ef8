package dev.touchstone.bench;

import dev.touchstone.bench.gates.GateFigures;
import dev.touchstone.trial.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the gates reject of random trials from deliberately wide spaces, beside what becomes of the trials, which are all
 * trained to their end: studies of the specs in {@code src/bench/gates}. Interrupted and run again it goes on.
 */
final class GateBenchmark {
    private static final Path RESULT = Path.of("src", "bench", "results", "gates.txt");
    private static final String COMMAND = "mvn -q test-compile exec:exec -Dbench=GateBenchmark";

    /** Two of different kinds are swept again with the policies on reject. */
    private static final String[] SWEPT_AGAIN = {"vowel", "splice"};

    private GateBenchmark() {}

    /**
     * @param arguments nothing, for all trials of all studies and a result file; or names of studies; or {@code again} and
     *     names, to judge their trials by the gates of today; or how many trials of each study at most, in a folder of
     *     their own, and names
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of("target", "gate-benchmark");
        if (arguments.length > 0) {
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            if (arguments[0].matches("\\d+")) {
                Path apart = folder.resolveSibling("gate-benchmark-" + arguments[0]);
                new GateFigures(apart, Integer.parseInt(arguments[0]), out)
                        .print(Arrays.copyOfRange(arguments, 1, arguments.length));
            } else if (arguments[0].equals("again")) {
                new GateFigures(folder, Integer.MAX_VALUE, out)
                        .printAgain(Arrays.copyOfRange(arguments, 1, arguments.length));
            } else {
                new GateFigures(folder, Integer.MAX_VALUE, out).print(arguments);
            }
        } else {
            Files.createDirectories(RESULT.getParent());
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(RESULT))) {
                out.println(COMMAND);
                out.println(Environment.ofThisProcess());
                out.println();
                GateFigures figures = new GateFigures(folder, Integer.MAX_VALUE, out);
                figures.print();
                for (String study : SWEPT_AGAIN) {
                    figures.printRejecting(study);
                }
            }
            System.out.print(Files.readString(RESULT));
        }
        System.exit(0); // ND4J leaves threads behind that would keep the process
    }
}
