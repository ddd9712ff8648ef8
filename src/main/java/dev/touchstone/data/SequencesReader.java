package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads many series, a line for each step, and makes a row of each: feature after feature, each with all of its steps in
 * order of time. Rows are in ascending order of the series' names, whatever the order of the lines.
 */
final class SequencesReader {
    private final Source.Sequences source;
    private final SplitBy by;
    private final CsvMistakes mistakes;
    private final TimeColumn times;
    private final Map<String, SequenceLines> series = new HashMap<>();
    private List<String> features = List.of();

    private SequencesReader(Source.Sequences source, SplitBy by) {
        this.source = source;
        this.by = by;
        mistakes = new CsvMistakes(source.file());
        times = new TimeColumn(source.time().name(), mistakes);
    }

    /** @param by what decides the split; its column has one value all through a series, and is no feature */
    static Dataset read(Source.Sequences source, SplitBy by) {
        return new SequencesReader(source, by).read();
    }

    private Dataset read() {
        Path file = source.file();
        new CsvLines(file, mistakes).read(names -> {
            SequencesHeader header = SequencesHeader.of(names, source, by);
            features = header.features().stream().map(names::get).toList();
            return (row, line) -> add(header, row, line);
        });
        if (series.isEmpty()) {
            throw new UserError(file + ":2: found a header and no row, expected rows");
        }
        List<String> names = LabelColumn.ascending(series.keySet());
        int steps = stepsOfAll(names);
        CsvLabel labels = new CsvLabel(source.label().name(), source.table().task(), mistakes);
        names.forEach(
                name -> labels.add(List.of(named(name).label()), named(name).line()));
        Labelled labelled = labels.labelled();
        float[] values = values(names, steps);
        mistakes.refuse();
        return new Dataset(
                Column.numbers(features.stream()
                        .flatMap(feature -> IntStream.range(0, steps).mapToObj(step -> feature + "[" + step + "]"))
                        .toList()),
                labelled.names(),
                List.of(features.size(), steps),
                new Rows(features.size() * steps, values, labelled.targets()),
                by.column().isEmpty()
                        ? List.of()
                        : names.stream().map(name -> named(name).deciding()).toList(),
                0);
    }

    private SequenceLines named(String name) {
        return Objects.requireNonNull(series.get(name));
    }

    private void add(SequencesHeader header, CSVRecord row, long line) {
        String name = row.get(header.series());
        if (MissingCells.isMissing(name)) {
            mistakes.cell(line, source.series().name(), name, "the name of a series");
            return;
        }
        String label = row.get(header.label());
        String deciding = header.deciding() < 0 ? "" : row.get(header.deciding());
        SequenceLines lines = series.computeIfAbsent(name, unseen -> {
            refuseUnusable(deciding, line);
            return new SequenceLines(line, label, deciding);
        });
        refuseChanged(source.label().name(), label, lines.label(), line, lines);
        by.column().ifPresent(column -> refuseChanged(column.name(), deciding, lines.deciding(), line, lines));
        float[] values = new float[header.features().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row.get(header.features().get(i)), features.get(i), line);
        }
        String time = row.get(header.time());
        times.moment(time, line).ifPresent(moment -> lines.add(new SequenceLines.Step(line, time, moment, values)));
    }

    private void refuseUnusable(String deciding, long line) {
        by.column().ifPresent(column -> {
            Optional<String> expected =
                    MissingCells.isMissing(deciding) ? Optional.of("a value") : by.expectedInsteadOf(deciding);
            expected.ifPresent(what -> mistakes.cell(line, column.name(), deciding, what));
        });
    }

    private void refuseChanged(String column, String cell, String first, long line, SequenceLines lines) {
        if (!cell.equals(first)) {
            mistakes.cell(line, column, cell, "'" + first + "' as on line " + lines.line() + " of the same series");
        }
    }

    private float value(String cell, String column, long line) {
        float number = (float) Decimal.parse(cell);
        if (!Float.isFinite(number)) {
            mistakes.cell(line, column, cell, "a number; or state columns: {" + column + ": ignore}");
        }
        return number;
    }

    /** How many steps each series has, which is as many as any other; the first one that differs from most is refused. */
    private int stepsOfAll(List<String> names) {
        Map<Integer, Long> counts =
                names.stream().collect(Collectors.groupingBy(name -> named(name).length(), Collectors.counting()));
        Comparator<Map.Entry<Integer, Long>> byCount = Map.Entry.comparingByValue();
        Map.Entry<Integer, Long> most = counts.entrySet().stream()
                .max(byCount.thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
        names.stream()
                .filter(name -> named(name).length() != most.getKey())
                .findFirst()
                .ifPresent(name -> {
                    throw new UserError(source.file() + ":" + named(name).line() + ": series '" + name + "' has "
                            + named(name).length() + " steps, expected " + most.getKey() + " as " + most.getValue()
                            + " of " + names.size() + " series have");
                });
        return most.getKey();
    }

    private float[] values(List<String> names, int steps) {
        int width = features.size() * steps;
        DataPreparation.refuseTooLarge(names.size(), width);
        float[] values = new float[names.size() * width];
        for (int row = 0; row < names.size(); row++) {
            List<SequenceLines.Step> ascending = named(names.get(row)).ascending();
            for (int step = 0; step < steps; step++) {
                if (step > 0) {
                    refuseRepeated(ascending.get(step - 1), ascending.get(step));
                }
                for (int feature = 0; feature < features.size(); feature++) {
                    values[row * width + feature * steps + step] =
                            ascending.get(step).values()[feature];
                }
            }
        }
        return values;
    }

    private void refuseRepeated(SequenceLines.Step earlier, SequenceLines.Step later) {
        if (earlier.moment().value() == later.moment().value()) {
            times.refuseRepeated(later.time(), later.line(), earlier.line());
        }
    }
}
