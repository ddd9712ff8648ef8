package dev.touchstone.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** Versions that the build took from the pom: Touchstone's own, and those of the libraries that do the arithmetic. */
public final class Versions {
    private static final Map<String, String> ALL = read();

    private Versions() {}

    public static String touchstone() {
        return Objects.requireNonNull(ALL.get("touchstone"));
    }

    /** Every version by the name of its program, in the order of the names. */
    public static Map<String, String> all() {
        return ALL;
    }

    private static Map<String, String> read() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is damaged: " + e.getMessage(), e);
        }
        Map<String, String> versions = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> versions.put(name, properties.getProperty(name)));
        return Collections.unmodifiableMap(versions);
    }
}
