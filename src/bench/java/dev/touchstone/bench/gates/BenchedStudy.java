package dev.touchstone.bench.gates;

import java.nio.file.Path;
import java.util.List;

/**
 * A study of the benchmark.
 *
 * @param name of its spec in {@code src/bench/gates}
 * @param settles whether thresholds may be settled on it; its figures then do not count
 */
record BenchedStudy(String name, boolean settles) {
    static final List<BenchedStudy> ALL = List.of(
            new BenchedStudy("vowel", false),
            new BenchedStudy("diamonds", false),
            new BenchedStudy("co2", false),
            new BenchedStudy("splice", false),
            new BenchedStudy("fashion", false),
            new BenchedStudy("breast-cancer", true),
            new BenchedStudy("digits", true),
            new BenchedStudy("letters", true),
            new BenchedStudy("vehicle", true),
            new BenchedStudy("concrete", true),
            new BenchedStudy("temperatures", true),
            new BenchedStudy("digit-images", true));

    Path spec() {
        return Path.of("src", "bench", "gates", name + ".yaml").toAbsolutePath();
    }
}
