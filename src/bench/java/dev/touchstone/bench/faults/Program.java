package dev.touchstone.bench.faults;

import java.util.List;
import java.util.function.Predicate;

/**
 * A healthy program: data, an architecture, a task, and settings that train it well.
 *
 * @param name unique; the part before the first dash is that of its data
 * @param settles whether rules may be settled on it; its figures then do not count
 * @param yaml of the spec, without data source and split; values of {@code space} are plain
 */
record Program(String name, DataSet set, boolean settles, String yaml) {
    boolean has(String layer) {
        return yaml.contains(layer + ":");
    }

    /** Whether rows are images to the network. */
    boolean sees() {
        return yaml.contains("shape: [1,");
    }

    static Program named(String name) {
        return Programs.ALL.stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no program " + name));
    }

    static List<Program> where(Predicate<Program> which) {
        return Programs.ALL.stream().filter(which).toList();
    }
}
