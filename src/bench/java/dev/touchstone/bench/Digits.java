package dev.touchstone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The study of {@code search-spaces/digits.yaml}, with other sections where a bench needs them. */
final class Digits {
    static final String STUDY = "digits";

    private static final Path SPEC =
            Path.of("search-spaces", STUDY + ".yaml").toAbsolutePath();

    /** With a header; the label is the last column. */
    static final Path DATA = SPEC.resolveSibling("data").resolve("digits.csv");

    private Digits() {}

    /**
     * Writes the spec into a folder.
     *
     * @param sections by key, each in one line of YAML
     */
    static Path spec(Path folder, Map<String, String> sections) throws IOException {
        String text = Files.readAllLines(SPEC).stream()
                .map(line -> changed(line, sections))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve(STUDY + ".yaml"), text.replace("data/digits.csv", "'" + DATA + "'"));
    }

    private static String changed(String line, Map<String, String> sections) {
        String key = line.replaceFirst(":.*", "");
        return sections.containsKey(key) ? key + ": " + sections.get(key) : line;
    }
}
