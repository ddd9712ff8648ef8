package dev.touchstone.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.base.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The lines of a CSV file in UTF-8, with or without a byte order mark: a header, then rows with a cell for each of its
 * names. Cells come without quotes and the spaces around them.
 */
record CsvLines(Path file, CsvMistakes mistakes) {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get();
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /** Takes rows as they come. */
    interface Rows {
        /** @param line where the row is in the file, from 1 */
        void add(CSVRecord row, long line);
    }

    /**
     * Reads the whole file.
     *
     * @param header gets the header's names and says who takes the rows
     * @throws UserError when the file cannot be read, or there are mistakes in it, those of the taker among them
     */
    void read(Function<List<String>, Rows> header) {
        // A decoder of one's own reports malformed bytes; a reader made from a charset would replace them.
        try (BufferedReader text =
                        new BufferedReader(new InputStreamReader(SourceFile.open(file), UTF_8.newDecoder()));
                CSVParser parser = FORMAT.parse(afterByteOrderMark(text))) {
            read(parser, header);
        } catch (IOException e) {
            throw SourceFile.unreadable(file, e);
        }
        mistakes.refuse();
    }

    private void read(CSVParser parser, Function<List<String>, Rows> header) throws IOException {
        Iterator<CSVRecord> records = parser.iterator();
        if (!hasNext(records, parser)) {
            throw new UserError(file + ":1: empty, expected a header line and rows");
        }
        List<String> names = records.next().toList();
        Rows rows = header.apply(names);
        while (hasNext(records, parser)) {
            CSVRecord row = records.next();
            if (row.size() == names.size()) {
                rows.add(row, parser.getCurrentLineNumber());
            } else {
                mistakes.width(parser.getCurrentLineNumber(), row.size(), names.size());
            }
        }
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
