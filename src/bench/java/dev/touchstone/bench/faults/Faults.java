package dev.touchstone.bench.faults;

import java.util.List;
import java.util.stream.Stream;

/** All kinds of faults. */
final class Faults {
    static final List<FaultKind> ALL = Stream.of(
                    DataFaults.all(), LabelFaults.all(), NetworkFaults.all(), TrainingFaults.all())
            .flatMap(List::stream)
            .toList();

    private Faults() {}

    static FaultKind named(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of fault " + name));
    }
}
