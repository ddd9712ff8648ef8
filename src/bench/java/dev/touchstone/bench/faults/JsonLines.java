package dev.touchstone.bench.faults;

import dev.touchstone.base.Json;
import dev.touchstone.base.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A file of one JSON object a line, that an interrupted benchmark goes on with. */
record JsonLines<T>(Path file, Class<T> type) {
    /** What is there already; what was being written when the benchmark was interrupted is left out. */
    List<T> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
        }
        return text.lines()
                .filter(line -> line.endsWith("}"))
                .map(line -> Json.read(line, type))
                .toList();
    }

    void add(T value) {
        try {
            Files.writeString(file, line(value), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes these instead of all that was there. */
    void replace(Collection<T> values) throws IOException {
        WholeFile.write(file, values.stream().map(JsonLines::line).collect(Collectors.joining()));
    }

    private static String line(Object value) {
        return Json.write(value) + "\n";
    }
}
