package dev.touchstone.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How one column becomes features, fitted on train. What train never has becomes zeros.
 *
 * @param width how many numbers of a raw row the column takes
 * @param values what has a feature of its own, in this order: a category's values or the letters of characters; a flag's
 *     no and yes, which share one
 * @param fill what stands in for a missing number or flag: train's mean; null where the source misses none
 * @param indicator whether one more feature says that the cell was missing, for train has such cells
 */
public record ColumnEncoding(
        String name,
        Column.Kind kind,
        int width,
        List<String> values,
        @Nullable Float fill,
        boolean indicator) {
    private static final String MISSING = "(missing)";

    /** A number that is never missing: the feature is the number. */
    static ColumnEncoding ofNumber(String name) {
        return new ColumnEncoding(name, Column.Kind.NUMBER, 1, List.of(), null, false);
    }

    /** Whether the feature is the raw number, whatever the row. */
    boolean isIdentity() {
        return kind.isNumeric() && fill == null;
    }

    /** One name a feature, such as {@code carat}, {@code colour=red} or {@code sequence[3]=A}. */
    public List<String> featureNames() {
        List<String> names = new ArrayList<>();
        switch (kind) {
            case NUMBER, FLAG -> names.add(name);
            case CATEGORY -> values.forEach(value -> names.add(name + "=" + value));
            case CHARACTERS ->
                IntStream.range(0, width)
                        .forEach(
                                position -> values.forEach(letter -> names.add(name + "[" + position + "]=" + letter)));
        }
        if (indicator) {
            names.add(name + "=" + MISSING);
        }
        return names;
    }
}
