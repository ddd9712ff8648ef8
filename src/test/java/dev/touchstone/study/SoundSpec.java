package dev.touchstone.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A spec without fault, and variations of it. */
final class SoundSpec {
    static final Path FILE = Path.of("moons.yaml");

    private SoundSpec() {}

    static String text() {
        return resource("sound.yaml");
    }

    /** The sound spec with one line, counted from 1, replaced. */
    static String with(int line, String replacement) {
        List<String> lines = new ArrayList<>(text().lines().toList());
        lines.set(line - 1, replacement);
        return String.join("\n", lines) + "\n";
    }

    static String resource(String name) {
        try (InputStream in = SoundSpec.class.getResourceAsStream("/spec/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
