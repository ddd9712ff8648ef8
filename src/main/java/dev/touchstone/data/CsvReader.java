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
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a header line, one label column, and numbers everywhere else; nothing is guessed, skipped or filled in. */
final class CsvReader {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get();
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;
    private final String label;
    private final CsvMistakes mistakes;
    private final LabelColumn labels = new LabelColumn();
    private final List<float[]> features = new ArrayList<>();

    private CsvReader(Source.Csv source) {
        file = source.file();
        label = source.label();
        mistakes = new CsvMistakes(file);
    }

    static Dataset read(Source.Csv source) {
        return new CsvReader(source).read();
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
        CsvHeader header = CsvHeader.of(file, records.next().toList(), label);
        while (hasNext(records, parser)) {
            CSVRecord row = records.next();
            add(header, row, parser.getCurrentLineNumber());
        }
        mistakes.refuse();
        if (features.isEmpty()) {
            throw new UserError(file + ":2: found a header and no row, expected rows");
        }
        List<String> names = header.featureNames();
        return new Dataset(names, labels.classNames(), List.of(names.size()), rows(names.size()));
    }

    private void add(CsvHeader header, CSVRecord row, long line) {
        List<String> names = header.names();
        if (row.size() != names.size()) {
            mistakes.width(line, row.size(), names.size());
            return;
        }
        float[] values = new float[names.size() - 1];
        for (int column = 0, feature = 0; column < names.size(); column++) {
            String cell = row.get(column);
            if (column != header.label()) {
                values[feature++] = number(cell, names.get(column), line);
            } else if (cell.isEmpty()) {
                mistakes.cell(line, label, cell, "a class");
            }
        }
        features.add(values);
        labels.add(row.get(header.label()));
    }

    private float number(String cell, String column, long line) {
        float number = (float) Decimal.parse(cell);
        if (!Float.isFinite(number)) {
            mistakes.cell(line, column, cell, "a number");
        }
        return number;
    }

    private Rows rows(int width) {
        float[] all = new float[Math.multiplyExact(width, features.size())];
        for (int row = 0; row < features.size(); row++) {
            System.arraycopy(features.get(row), 0, all, row * width, width);
        }
        return new Rows(width, all, labels.labels());
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
