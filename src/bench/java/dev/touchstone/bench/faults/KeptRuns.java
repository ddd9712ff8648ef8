package dev.touchstone.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Runs that are done already, so that an interrupted benchmark goes on; of one key the last counts. */
final class KeptRuns {
    private final JsonLines<Run> lines;
    private final Map<String, Run> runs = new HashMap<>();

    KeptRuns(Path file) throws IOException {
        this.lines = new JsonLines<>(file, Run.class);
        lines.read().forEach(run -> runs.put(run.key(), run));
    }

    Optional<Run> find(String key) {
        return Optional.ofNullable(runs.get(key));
    }

    void add(Run run) {
        lines.add(run);
        runs.put(run.key(), run);
    }

    /** Forgets what was said of runs, for it would be other things now, and keeps their values. */
    void forgetSaid() throws IOException {
        runs.replaceAll((key, run) -> run.withoutSaid());
        lines.replace(runs.values());
    }
}
