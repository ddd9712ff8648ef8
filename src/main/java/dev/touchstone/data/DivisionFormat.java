package dev.touchstone.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What divides rows, as bytes: a word for the header, and a number for each row of train and then validation where rows have
 * one.
 *
 * @param kind one of the words below
 * @param gap of a division by time; else 0
 */
record DivisionFormat(String kind, int gap) {
    private static final String SINGLE = "single";
    private static final String UNKNOWN = "unknown";
    private static final String GROUPS = "groups";
    private static final String TIMES = "times";

    static DivisionFormat of(Division division) {
        if (division instanceof Division.Times times) {
            return new DivisionFormat(TIMES, times.gap());
        } else if (division instanceof Division.Groups) {
            return new DivisionFormat(GROUPS, 0);
        }
        return new DivisionFormat(division instanceof Division.Single ? SINGLE : UNKNOWN, 0);
    }

    /** How many bytes so many rows take. */
    static int size(@Nullable DivisionFormat format, int rows) {
        return format != null && format.hasNumbers() ? Math.multiplyExact(rows, Integer.BYTES) : 0;
    }

    private boolean hasNumbers() {
        return kind.equals(GROUPS) || kind.equals(TIMES);
    }

    static void write(Division division, OutputStream out) throws IOException {
        if (division instanceof Division.Groups groups) {
            RowsFormat.write(groups.train(), out);
            RowsFormat.write(groups.validation(), out);
        } else if (division instanceof Division.Times times) {
            RowsFormat.write(times.train(), out);
            RowsFormat.write(times.validation(), out);
        }
    }

    /** Reads what {@link #write} wrote. */
    static Division read(@Nullable DivisionFormat format, ByteBuffer bytes, int trainRows, int validationRows) {
        if (format == null || !format.hasNumbers()) {
            boolean single = format != null && format.kind().equals(SINGLE);
            return single ? new Division.Single() : new Division.Unknown();
        }
        int[] all = IntStream.range(0, trainRows + validationRows)
                .map(row -> bytes.getInt())
                .toArray();
        int[] train = Arrays.copyOf(all, trainRows);
        int[] validation = Arrays.copyOfRange(all, trainRows, all.length);
        return format.kind().equals(GROUPS)
                ? new Division.Groups(train, validation)
                : new Division.Times(train, validation, format.gap());
    }
}
