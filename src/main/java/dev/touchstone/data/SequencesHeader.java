package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The first line of a CSV file of sequences, checked; a position for each column that has a part.
 *
 * @param deciding the column that decides the split; -1 when none does
 * @param features columns that are none of the others and not ignored
 */
record SequencesHeader(List<String> names, int series, int time, int label, int deciding, List<Integer> features) {
    static SequencesHeader of(List<String> names, Source.Sequences source, SplitBy by) {
        Path file = source.file();
        CsvHeader.refuseUnclearNames(file, names);
        int series = CsvHeader.position(file, names, source.series());
        int time = CsvHeader.position(file, names, source.time());
        int label = CsvHeader.position(file, names, source.label());
        int deciding = by.column()
                .map(column -> CsvHeader.position(file, names, column))
                .orElse(-1);
        if (deciding == label) {
            throw new UserError(
                    file + ":1: column '" + source.label().name() + "' is the label, and cannot decide the split too");
        }
        source.table().columns().forEach(ruled -> CsvHeader.position(file, names, ruled.column()));
        Set<Integer> others = Set.copyOf(
                List.of(series, time, label, deciding).stream().distinct().toList());
        List<Integer> features = IntStream.range(0, names.size())
                .filter(column -> !others.contains(column))
                .filter(column -> source.table().rule(names.get(column)).isEmpty())
                .boxed()
                .toList();
        if (features.isEmpty()) {
            throw new UserError(file + ":1: no column but those that the spec names, expected at least one feature");
        }
        return new SequencesHeader(names, series, time, label, deciding, features);
    }
}
