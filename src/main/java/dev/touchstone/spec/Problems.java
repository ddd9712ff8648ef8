package dev.touchstone.spec;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with a spec, collected while it is read. A place has one problem, the first that is found: what follows
 * from it is not told again. Readers go on after a problem with whatever stands in for the value; {@link #throwIfAny}
 * keeps that from getting out.
 */
public final class Problems {
    private record Problem(int line, String text) {}

    private final Path file;
    private final Map<String, Problem> byPlace = new LinkedHashMap<>();

    /** @param file as the user named it */
    public Problems(Path file) {
        this.file = file;
    }

    /** Where a value is, for what can be told only later: file, line and path. */
    public String place(SpecNode at) {
        return file + ":" + at.line() + ": " + at.path();
    }

    /** Adds what is wrong with a value: what was found, what is allowed. */
    public void add(SpecNode at, String message) {
        add(at.line(), at.path(), message);
    }

    /** Adds what is wrong at a key, whether or not the file has it. */
    public void add(int line, String path, String message) {
        String place = path.isEmpty() ? "" : path + ": ";
        put(path, line, file + ":" + line + ": " + place + message);
    }

    /** Adds what is wrong with the file as a whole. */
    public void addWhole(String message) {
        put("", 0, file + ": " + message);
    }

    /** Adds what is wrong with a flag of the command line, such as {@code --set momentum=2}. */
    public void addFlag(String flag, String message) {
        put(flag, Integer.MAX_VALUE, flag + ": " + message);
    }

    /** Whether something is wrong with the value or within it, so that a look at the whole would only repeat it. */
    public boolean touch(SpecNode node) {
        String path = node.path();
        return byPlace.keySet().stream()
                .anyMatch(place -> place.equals(path) || place.startsWith(path + ".") || place.startsWith(path + "["));
    }

    private void put(String place, int line, String text) {
        byPlace.putIfAbsent(place, new Problem(line, OneLine.of(text)));
    }

    /** Ends the reading when there is a problem. */
    public void throwIfAny() {
        if (!byPlace.isEmpty()) {
            throw exception();
        }
    }

    /** All problems so far; there is at least one. */
    SpecException exception() {
        return new SpecException(byPlace.values().stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(Problem::text)
                .toList());
    }
}
