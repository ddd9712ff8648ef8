package dev.touchstone.data;

import java.nio.FloatBuffer;
import java.util.Objects;

/** Makes features of a column's raw numbers. */
final class ColumnEncoder {
    private final ColumnEncoding encoding;
    private final Column column;
    private final int[] places;
    private final int features;

    ColumnEncoder(ColumnEncoding encoding, Column column) {
        this.encoding = encoding;
        this.column = column;
        this.places =
                column.values().stream().mapToInt(encoding.values()::indexOf).toArray();
        this.features = encoding.featureNames().size();
    }

    Column column() {
        return column;
    }

    /** How many features the column becomes. */
    int features() {
        return features;
    }

    /** Whether a raw number stands for a value that train never has. */
    boolean isUnseen(float raw) {
        return !encoding.kind().isNumeric() && !Float.isNaN(raw) && places[(int) raw] < 0;
    }

    /** Writes the features of one row's cell; what they are written over is zeros. */
    void encode(FloatBuffer raw, int from, float[] row, int to) {
        boolean missing = Float.isNaN(raw.get(from));
        if (encoding.kind().isNumeric()) {
            row[to] = missing ? Objects.requireNonNull(encoding.fill()) : raw.get(from);
        } else if (!missing) {
            for (int position = 0; position < column.width(); position++) {
                int place = places[(int) raw.get(from + position)];
                if (place >= 0) {
                    row[to + position * encoding.values().size() + place] = 1;
                }
            }
        }
        if (missing && encoding.indicator()) {
            row[to + features - 1] = 1;
        }
    }
}
