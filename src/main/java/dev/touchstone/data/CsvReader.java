package dev.touchstone.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.base.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a header line, the label columns, and what the other columns hold: as the spec says, else as their cells look.
 * Nothing is skipped that the spec does not say; missing cells are kept as such.
 */
final class CsvReader {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get();
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;
    private final Source.Csv source;
    private final SplitBy by;
    private final CsvMistakes mistakes;
    private final CsvLabels labels;
    private final List<CsvColumn> columns = new ArrayList<>();
    private final List<String> deciding = new ArrayList<>();
    private int rows;
    private int dropped;

    private CsvReader(Source.Csv source, SplitBy by) {
        this.source = source;
        this.by = by;
        file = source.file();
        mistakes = new CsvMistakes(file);
        labels = CsvLabels.of(source, mistakes);
    }

    /** @param by what decides the split; its column is read as it is */
    static Dataset read(Source.Csv source, SplitBy by) {
        return new CsvReader(source, by).read();
    }

    private Dataset read() {
        // A decoder of one's own reports malformed bytes; a reader made from a charset would replace them.
        try (BufferedReader text =
                        new BufferedReader(new InputStreamReader(SourceFile.open(file), UTF_8.newDecoder()));
                CSVParser parser = FORMAT.parse(afterByteOrderMark(text))) {
            return read(parser);
        } catch (IOException e) {
            throw SourceFile.unreadable(file, e);
        }
    }

    private Dataset read(CSVParser parser) throws IOException {
        Iterator<CSVRecord> records = parser.iterator();
        if (!hasNext(records, parser)) {
            throw new UserError(file + ":1: empty, expected a header line and rows");
        }
        CsvHeader header = CsvHeader.of(file, records.next().toList(), source, by);
        for (int feature : header.features()) {
            String name = header.names().get(feature);
            columns.add(new CsvColumn(name, source.table().rule(name), mistakes));
        }
        while (hasNext(records, parser)) {
            CSVRecord row = records.next();
            add(header, row, parser.getCurrentLineNumber());
        }
        mistakes.refuse();
        if (rows == 0) {
            throw new UserError(file + ":2: found "
                    + (dropped == 0 ? "a header and no row" : "no row without a missing cell") + ", expected rows");
        }
        return dataset();
    }

    private void add(CsvHeader header, CSVRecord row, long line) {
        List<String> names = header.names();
        if (row.size() != names.size()) {
            mistakes.width(line, row.size(), names.size());
            return;
        }
        if (source.table().missing() == MissingCells.DROP && misses(header, row)) {
            dropped++;
            return;
        }
        rows++;
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(row.get(header.features().get(i)), line);
        }
        labels.add(header.labels().stream().map(row::get).toList(), line);
        if (header.deciding() >= 0) {
            decide(names.get(header.deciding()), row.get(header.deciding()), line);
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
                dropped);
    }

    private boolean hasNext(Iterator<CSVRecord> records, CSVParser parser) throws IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new UserError(
                        file + ":" + parser.getCurrentLineNumber()
                                + ": a quoted cell does not end with its closing quote",
                        e);
            }
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static BufferedReader afterByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }
}
