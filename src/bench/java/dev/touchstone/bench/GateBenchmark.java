package dev.touchstone.bench;

import dev.touchstone.bench.gates.GateFigures;
import dev.touchstone.trial.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the gates reject of random trials from deliberately wide spaces, beside what becomes of the trials, which are all
 * trained to their end: studies of the specs in {@code src/bench/gates}. Interrupted and run again it goes on.
 */
final class GateBenchmark {
    private static final Path RESULT = Path.of("src", "bench", "results", "gates.txt");
    private static final String COMMAND = "mvn -q test-compile exec:exec -Dbench=GateBenchmark";
    private static final Path FOLDER = Path.of("target", "gate-benchmark");

    /** Two of different kinds are swept again with the policies on reject. */
    private static final List<String> SWEPT_AGAIN = List.of("vowel", "splice");

    private GateBenchmark() {}

    /**
     * @param arguments names of studies, all when there are none, which go into the result file; or {@code again} and names,
     *     to judge their trials by the gates of today; or {@code again-where}, a gate and names, to judge only the trials
     *     again that this gate rejected; or how many trials of each study at most, in a folder of their
     *     own, and names
     */
    public static void main(String[] arguments) throws IOException {
        PrintWriter console = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length > 0 && arguments[0].matches("\\d+")) {
            new GateFigures(FOLDER.resolveSibling("gate-benchmark-" + arguments[0]), Integer.parseInt(arguments[0]), console)
                    .print(rest(arguments));
        } else if (arguments.length > 0 && arguments[0].equals("again")) {
            new GateFigures(FOLDER, Integer.MAX_VALUE, console).printAgain(rest(arguments));
        } else if (arguments.length > 0 && arguments[0].equals("again-where")) {
            new GateFigures(FOLDER, Integer.MAX_VALUE, console).printAgainWhere(arguments[1], rest(rest(arguments)));
        } else {
            Files.createDirectories(RESULT.getParent());
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(RESULT))) {
                printResult(out, arguments);
            }
            console.print(Files.readString(RESULT));
            console.flush();
        }
        System.exit(0); // ND4J leaves threads behind that would keep the process
    }

    private static String[] rest(String... arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }

    private static void printResult(PrintWriter out, String... names) throws IOException {
        out.println(COMMAND + (names.length == 0 ? "" : " -Dbench.args='" + String.join(" ", names) + "'"));
        out.println(Environment.ofThisProcess());
        out.println();
        GateFigures figures = new GateFigures(FOLDER, Integer.MAX_VALUE, out);
        figures.print(names);
        for (String study : SWEPT_AGAIN) {
            if (names.length == 0 || List.of(names).contains(study)) {
                figures.printRejecting(study);
            }
        }
    }
}
