package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a header line, the label columns, and what the other columns hold: as the spec says, else as their cells look.
 * Nothing is skipped that the spec does not say; missing cells are kept as such. Several files with the same header are one
 * table.
 */
final class CsvReader {
    private final Source.Csv source;
    private final SplitBy by;
    private final CsvMistakes mistakes;
    private final CsvLabels labels;
    private final List<CsvColumn> columns = new ArrayList<>();
    private final List<String> deciding = new ArrayList<>();
    private final List<SetAsideCells> setAside = new ArrayList<>();
    private @Nullable CsvHeader header;
    private int rows;
    private int dropped;

    private CsvReader(Source.Csv source, SplitBy by) {
        this.source = source;
        this.by = by;
        mistakes = new CsvMistakes(source.file());
        labels = CsvLabels.of(source, mistakes);
    }

    /** @param by what decides the split; its column is read as it is */
    static Dataset read(Source.Csv source, SplitBy by) {
        CsvReader reader = new CsvReader(source, by);
        reader.read(source.file());
        return reader.dataset();
    }

    /** @param parts which are tables with the same label */
    static Dataset read(Source.Parts parts, SplitBy by) {
        CsvReader reader = new CsvReader((Source.Csv) parts.first(), by);
        for (Source.Parts.Part part : parts.parts()) {
            int before = reader.rows;
            reader.read(((Source.Csv) part.source()).file());
            reader.deciding.addAll(Collections.nCopies(reader.rows - before, part.split()));
        }
        return reader.dataset();
    }

    private void read(Path file) {
        int before = rows;
        mistakes.in(file);
        new CsvLines(file, mistakes).read(names -> {
            CsvHeader found = header(file, names);
            return (row, line) -> add(found, row, line);
        });
        if (rows == before) {
            throw new UserError(file + ":2: found "
                    + (dropped == 0 ? "a header and no row" : "no row without a missing cell") + ", expected rows");
        }
    }

    private CsvHeader header(Path file, List<String> names) {
        if (header != null) {
            header.refuseUnlike(names, source.file(), file);
            return header;
        }
        CsvHeader first = CsvHeader.of(file, names, source, by);
        for (int feature : first.features()) {
            String name = names.get(feature);
            columns.add(new CsvColumn(name, source.table().rule(name), mistakes));
        }
        for (String name : source.table().ignored()) {
            setAside.add(new SetAsideCells(name, names.indexOf(name)));
        }
        header = first;
        return first;
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
        labels.add(header.labels().stream().map(row::get).toList(), line);
        if (header.deciding() >= 0) {
            decide(header.names().get(header.deciding()), row.get(header.deciding()), line);
        }
    }

    private boolean misses(CsvHeader header, CSVRecord row) {
        return header.labels().stream().map(row::get).anyMatch(MissingCells::isMissing)
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
        Labelled labelled = labels.labelled();
        mistakes.refuse();
        int width = held.stream().mapToInt(Column::width).sum();
        float[] features = new float[Math.multiplyExact(width, rows)];
        int from = 0;
        for (int i = 0; i < held.size(); i++) {
            columns.get(i).write(held.get(i), features, width, from);
            from += held.get(i).width();
        }
        return new Dataset(
                held,
                labelled.names(),
                List.of(width),
                new Rows(width, features, labelled.targets()),
                List.copyOf(deciding),
                dropped,
                List.of(),
                setAside.stream().map(SetAsideCells::all).toList(),
                Dataset.Series.NONE);
    }
}
