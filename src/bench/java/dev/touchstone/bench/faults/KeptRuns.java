package dev.touchstone.bench.faults;

import dev.touchstone.base.Json;
import dev.touchstone.base.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs that are done already, a line of JSON for each, so that an interrupted benchmark goes on; of one key the last counts. */
final class KeptRuns {
    private final Path file;
    private final Map<String, Run> runs = new HashMap<>();

    KeptRuns(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            String text = Files.readString(file);
            if (!text.isEmpty() && !text.endsWith("\n")) {
                Files.writeString(file, "\n", StandardOpenOption.APPEND);
            }
            for (String line : text.lines().toList()) {
                // What was being written when the benchmark was interrupted is done again.
                if (line.endsWith("}")) {
                    Run run = Json.read(line, Run.class);
                    runs.put(run.key(), run);
                }
            }
        }
    }

    Optional<Run> find(String key) {
        return Optional.ofNullable(runs.get(key));
    }

    void add(Run run) {
        try {
            Files.writeString(file, Json.write(run) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runs.put(run.key(), run);
    }

    /** Forgets what was said of runs, for it would be other things now, and keeps their values. */
    void forgetSaid() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Run run : List.copyOf(runs.values())) {
            Run bare = run.withoutSaid();
            runs.put(bare.key(), bare);
            text.append(Json.write(bare)).append('\n');
        }
        WholeFile.write(file, text.toString());
    }
}
