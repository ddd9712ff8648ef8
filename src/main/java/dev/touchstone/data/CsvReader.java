package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a header line, one label column, and what the other columns hold: as the spec says, else as their cells look.
 * Nothing is skipped that the spec does not say; missing cells are kept as such.
 */
final class CsvReader {
    private final Path file;
    private final Source.Csv source;
    private final SplitBy by;
    private final CsvMistakes mistakes;
    private final LabelColumn labels = new LabelColumn();
    private final List<CsvColumn> columns = new ArrayList<>();
    private final List<String> deciding = new ArrayList<>();
    private final List<SetAsideCells> setAside = new ArrayList<>();
    private int rows;
    private int dropped;

    private CsvReader(Source.Csv source, SplitBy by) {
        this.source = source;
        this.by = by;
        file = source.file();
        mistakes = new CsvMistakes(file);
    }

    /** @param by what decides the split; its column is read as it is */
    static Dataset read(Source.Csv source, SplitBy by) {
        return new CsvReader(source, by).read();
    }

    private Dataset read() {
        new CsvLines(file, mistakes).read(names -> {
            CsvHeader header = CsvHeader.of(file, names, source, by);
            for (int feature : header.features()) {
                String name = names.get(feature);
                columns.add(new CsvColumn(name, source.table().rule(name), mistakes));
            }
            for (String name : source.table().ignored()) {
                setAside.add(new SetAsideCells(name, names.indexOf(name)));
            }
            return (row, line) -> add(header, row, line);
        });
        if (rows == 0) {
            throw new UserError(file + ":2: found "
                    + (dropped == 0 ? "a header and no row" : "no row without a missing cell") + ", expected rows");
        }
        return dataset();
    }

    private void add(CsvHeader header, CSVRecord row, long line) {
        if (source.table().missing() == MissingCells.DROP && misses(header, row)) {
            dropped++;
            return;
        }
        rows++;
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(row.get(header.features().get(i)), line);
        }
        setAside.forEach(column -> column.add(row.get(column.position())));
        String label = row.get(header.label());
        if (MissingCells.isMissing(label)) {
            mistakes.cell(line, source.label(), label, "a label");
        } else if (source.table().task() == Task.Kind.REGRESSION && !LabelColumn.isNumber(label)) {
            mistakes.cell(line, source.label(), label, "a number, for the spec says task: regression");
        }
        labels.add(label);
        if (header.deciding() >= 0) {
            decide(header.names().get(header.deciding()), row.get(header.deciding()), line);
        }
    }

    private boolean misses(CsvHeader header, CSVRecord row) {
        return MissingCells.isMissing(row.get(header.label()))
                || (header.deciding() >= 0 && MissingCells.isMissing(row.get(header.deciding())))
                || IntStream.range(0, columns.size())
                        .anyMatch(i -> columns.get(i)
                                .isMissing(row.get(header.features().get(i))));
    }

    private void decide(String column, String cell, long line) {
        Optional<String> expected = MissingCells.isMissing(cell) ? Optional.of("a value") : by.expectedInsteadOf(cell);
        expected.ifPresent(what -> mistakes.cell(line, column, cell, what));
        deciding.add(cell);
    }

    private Dataset dataset() {
        if (source.table().missing() == MissingCells.REFUSE) {
            columns.stream().filter(column -> column.missing() > 0).forEach(mistakes::missing);
        }
        List<Column> held = columns.stream().map(CsvColumn::column).toList();
        if (task() == Task.Kind.CLASSIFICATION) {
            labels.noClasses().ifPresent(why -> mistakes.column(source.label(), why));
        }
        mistakes.refuse();
        int width = held.stream().mapToInt(Column::width).sum();
        float[] features = new float[Math.multiplyExact(width, rows)];
        int from = 0;
        for (int i = 0; i < held.size(); i++) {
            columns.get(i).write(held.get(i), features, width, from);
            from += held.get(i).width();
        }
        Targets targets = labels.targets(task());
        return new Dataset(
                held,
                labels.classNames(task()),
                List.of(width),
                new Rows(width, features, targets),
                List.copyOf(deciding),
                dropped,
                List.of(),
                setAside.stream().map(SetAsideCells::all).toList(),
                Dataset.Series.NONE);
    }

    private Task.Kind task() {
        return Objects.requireNonNullElseGet(source.table().task(), labels::kind);
    }
}
