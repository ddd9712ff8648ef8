package dev.touchstone.bench.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Whether programs that are called healthy are trained for long enough: twice as long they must not be better by as much as
 * a fault that hurts makes them worse. One that is has a fault of its own.
 */
public final class TwiceAsLong {
    private static final String STOPPING = "early-stopping";

    private static final FaultKind KIND = new FaultKind(
                    "twice-as-long", FaultKind.Area.LENGTH, Set.of(), Harm.FLATTERED, program -> true, List.of())
            .as("epochs", TwiceAsLong::lengthen);

    private final Runner runner;
    private final PrintWriter out;

    /** @param folder where everything is kept to go on with */
    public TwiceAsLong(Path folder, PrintWriter out) throws IOException {
        Files.createDirectories(folder);
        this.runner = new Runner(
                folder, new KeptRuns(folder.resolve("runs.jsonl")), new DataFindings(folder.resolve("data.jsonl")));
        this.out = out;
    }

    /** As an experiment does: as many more epochs, and as much more patience. */
    private static void lengthen(Draft draft) {
        Map<String, Object> training = draft.training();
        training.computeIfPresent("epochs", TwiceAsLong::twice);
        if (training.containsKey(STOPPING)) {
            stopping(training).computeIfPresent("patience", TwiceAsLong::twice);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> stopping(Map<String, Object> training) {
        return (Map<String, Object>) Objects.requireNonNull(training.get(STOPPING));
    }

    private static Object twice(String key, Object number) {
        return 2 * (int) number;
    }

    /** @param words see {@link Wanted} */
    public void print(String... words) {
        Wanted.of(words).chosenPrograms().forEach(this::print);
        out.flush();
    }

    private void print(Program program) {
        Seeded healthy = Seeded.healthy(program);
        Seeded longer = new Seeded(program, KIND, 0);
        Comparison comparison = new Comparison(longer, runs(healthy), runs(longer));
        out.printf(
                Locale.ROOT,
                "%-28s %10.4g, twice as long %10.4g: %s%n",
                program.name(),
                comparison.healthy(),
                comparison.faulty(),
                comparison.effect() == Effect.HURTS ? "trained too short" : "long enough");
        out.flush();
    }

    private List<Run> runs(Seeded seeded) {
        return Bench.seeds()
                .mapToObj(seed -> runner.trained(seeded, 1, seed))
                .toList();
    }
}
