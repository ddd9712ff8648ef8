package dev.touchstone.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What data checks say, kept by what they depend on: most faults leave the data as they are. */
final class DataFindings {
    private final JsonLines<Line> lines;
    private final Map<String, List<Said>> kept = new HashMap<>();

    /** A line of the file. */
    record Line(String key, List<Said> said) {}

    DataFindings(Path file) throws IOException {
        this.lines = new JsonLines<>(file, Line.class);
        lines.read().forEach(line -> kept.put(line.key(), line.said()));
    }

    List<Said> of(Seeded.Made made) {
        List<Said> known = kept.get(made.dataKey());
        if (known != null) {
            return known;
        }
        List<Said> said = made.spec().checkData(made.prepared()).stream()
                .map(Said::ofData)
                .toList();
        lines.add(new Line(made.dataKey(), said));
        kept.put(made.dataKey(), said);
        return said;
    }
}
