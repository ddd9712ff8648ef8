package dev.touchstone.bench.faults;

import dev.touchstone.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What data checks say, kept by what they depend on: most faults leave the data as they are. */
final class DataFindings {
    private final Path file;
    private final Map<String, List<Said>> kept = new HashMap<>();

    /** A line of the file. */
    record Line(String key, List<Said> said) {}

    DataFindings(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            String text = Files.readString(file);
            if (!text.isEmpty() && !text.endsWith("\n")) {
                Files.writeString(file, "\n", StandardOpenOption.APPEND);
            }
            for (String line : text.lines().toList()) {
                if (line.endsWith("}")) {
                    Line read = Json.read(line, Line.class);
                    kept.put(read.key(), read.said());
                }
            }
        }
    }

    List<Said> of(Seeded.Made made) {
        List<Said> known = kept.get(made.dataKey());
        if (known != null) {
            return known;
        }
        List<Said> said = made.spec().checkData(made.prepared()).stream()
                .map(Said::ofData)
                .toList();
        try {
            Files.writeString(
                    file,
                    Json.write(new Line(made.dataKey(), said)) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kept.put(made.dataKey(), said);
        return said;
    }
}
