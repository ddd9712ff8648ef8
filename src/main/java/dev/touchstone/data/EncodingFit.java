package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns from the train split how one column becomes features.
 *
 * @param from the column's first number in a raw row
 */
record EncodingFit(Column column, int from, Rows train) {
    ColumnEncoding fit() {
        boolean missing = column.missing() > 0 && cells().anyMatch(Double::isNaN);
        if (missing && cells().allMatch(Double::isNaN)) {
            throw new UserError(
                    "data: column '" + column.name() + "' has no value in any row of train; leave it out with"
                            + " columns: {" + column.name() + ": ignore}");
        }
        List<String> values = column.kind().isNumeric() ? column.values() : values();
        @Nullable Float fill = column.kind().isNumeric() && column.missing() > 0 ? (float) mean() : null;
        return new ColumnEncoding(column.name(), column.kind(), column.width(), values, fill, missing);
    }

    /** The column's first number in each row; it is NaN where the cell is missing. */
    private DoubleStream cells() {
        return IntStream.range(0, train.count())
                .mapToDouble(row -> train.features().get(row * train.width() + from));
    }

    private double mean() {
        return cells().filter(value -> !Double.isNaN(value)).average().orElseThrow();
    }

    private List<String> values() {
        return IntStream.range(0, train.count())
                .boxed()
                .flatMap(row -> IntStream.range(0, column.width())
                        .mapToObj(position -> train.features().get(row * train.width() + from + position)))
                .filter(code -> !code.isNaN())
                .map(Float::intValue)
                .distinct()
                .sorted()
                .map(column.values()::get)
                .toList();
    }
}
