package dev.touchstone.bench.gates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Causes that were found already, a line for each trial, so that an interrupted benchmark goes on. */
final class KeptCauses {
    private final Path file;
    private final Map<Integer, Cause> causes = new HashMap<>();

    KeptCauses(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ", 2);
                causes.put(Integer.parseInt(words[0]), Cause.valueOf(words[1]));
            }
        }
    }

    /** What was found already. */
    Cause orUnexamined(int trial) {
        return causes.getOrDefault(trial, Cause.UNEXAMINED);
    }

    /** What was found already, or is found now as long as few enough are known: one takes up to fifteen trainings. */
    Cause getAtFirst(int most, int trial, Supplier<Cause> find) {
        return causes.size() < most ? get(trial, find) : orUnexamined(trial);
    }

    private Cause get(int trial, Supplier<Cause> find) {
        return causes.computeIfAbsent(trial, number -> {
            Cause cause = find.get();
            try {
                Files.writeString(
                        file, number + " " + cause + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return cause;
        });
    }
}
