package dev.touchstone.bench.faults;

import java.util.List;
import java.util.stream.Stream;

/**
 * The healthy programs. Those of digits, breast-cancer and splice settle rules, those of data that are for benchmarks alone, and
 * those of data that are drawn; those of vowel, diamonds, co2 and Fashion count: no data set is in both halves.
 */
final class Programs {
    static final List<Program> ALL = Stream.of(SettlingPrograms.ALL, MeasuredPrograms.ALL, DrawnPrograms.ALL, CountingPrograms.ALL)
            .flatMap(List::stream)
            .toList();

    private Programs() {}
}
