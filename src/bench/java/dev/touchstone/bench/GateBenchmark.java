package dev.touchstone.bench;

import dev.touchstone.bench.gates.Draw;
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
     * @param arguments names of studies, all when there are none, which go into the result file; {@code kept} before them
     *     takes the studies as far as they have come; {@code again}, or {@code again-where} and a gate, before them judge
     *     their trials, or those that the gate rejected, by the gates of today; {@code rejecting} only sweeps
     *     again; a number before them is that of trials of each study, in a folder of their own; {@code seed}, a number
     *     and a number of trials before them draw other trials from the same spaces, too
     */
    public static void main(String[] arguments) throws IOException {
        PrintWriter console = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        String first = arguments.length == 0 ? "" : arguments[0];
        if (first.matches("\\d+")) {
            drawn(new Draw(Integer.parseInt(first), null), first, console).print(from(1, arguments));
        } else if (first.equals("seed")) {
            Draw draw = new Draw(Integer.parseInt(arguments[2]), Long.parseLong(arguments[1]));
            drawn(draw, "seed-" + draw.seed() + "-" + draw.trials(), console).print(from(3, arguments));
        } else if (first.equals("again")) {
            GateFigures.ofKept(FOLDER, console).printAgain(from(1, arguments));
        } else if (first.equals("again-where")) {
            GateFigures.ofKept(FOLDER, console).printAgainWhere(arguments[1], from(2, arguments));
        } else if (first.equals("rejecting")) {
            printRejecting(GateFigures.ofKept(FOLDER, console), from(1, arguments));
        } else {
            Files.createDirectories(RESULT.getParent());
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(RESULT))) {
                out.println(COMMAND + (first.isEmpty() ? "" : " -Dbench.args='" + String.join(" ", arguments) + "'"));
                out.println(Environment.ofThisProcess());
                out.println();
                if (first.equals("kept")) {
                    GateFigures.ofKept(FOLDER, out).print(from(1, arguments));
                } else {
                    GateFigures all = GateFigures.ofAll(FOLDER, Draw.OF_SPECS, out);
                    all.print(arguments);
                    printRejecting(all, arguments);
                }
            }
            console.print(Files.readString(RESULT));
            console.flush();
        }
        System.exit(0); // ND4J leaves threads behind that would keep the process
    }

    /** Studies of their own, in a folder of that name. */
    private static GateFigures drawn(Draw draw, String name, PrintWriter out) {
        return GateFigures.ofAll(FOLDER.resolveSibling("gate-benchmark-" + name), draw, out);
    }

    private static String[] from(int first, String... arguments) {
        return Arrays.copyOfRange(arguments, first, arguments.length);
    }

    private static void printRejecting(GateFigures figures, String... names) throws IOException {
        for (String study : SWEPT_AGAIN) {
            if (names.length == 0 || List.of(names).contains(study)) {
                figures.printRejecting(study);
            }
        }
    }
}
