package dev.touchstone.study;

import dev.touchstone.base.Listed;
import dev.touchstone.base.ShortNumber;
import dev.touchstone.data.Column;
import dev.touchstone.data.ColumnEncoding;
import dev.touchstone.data.Encoding;
import java.util.ArrayList;
import java.util.List;

/** What the columns of a source were taken for, and how they became features. */
final class ColumnsInWords {
    private static final int MOST_NAMED = 8;

    private ColumnsInWords() {}

    /** All plain numbers on one line, and a line for every other column. */
    static List<String> of(Encoding encoding) {
        List<String> lines = new ArrayList<>();
        List<String> numbers = encoding.columns().stream()
                .filter(column -> column.kind() == Column.Kind.NUMBER && column.fill() == null)
                .map(ColumnEncoding::name)
                .toList();
        if (!numbers.isEmpty()) {
            lines.add("numbers: " + Listed.of(numbers, MOST_NAMED));
        }
        for (ColumnEncoding column : encoding.columns()) {
            if (column.kind() != Column.Kind.NUMBER || column.fill() != null) {
                lines.add(column.name() + ": " + kind(column) + missing(column));
            }
        }
        return List.copyOf(lines);
    }

    private static String kind(ColumnEncoding column) {
        return switch (column.kind()) {
            case NUMBER -> "number";
            case FLAG -> "false or true, as 0 or 1";
            case CATEGORY -> "category, one-hot of " + Listed.of(column.values(), MOST_NAMED);
            case CHARACTERS ->
                column.width() + " characters, each one-hot of " + Listed.of(column.values(), MOST_NAMED);
        };
    }

    private static String missing(ColumnEncoding column) {
        Float fill = column.fill();
        String mean = fill == null ? "" : "; missing becomes train's mean " + ShortNumber.of(fill);
        return mean + (column.indicator() ? "; one more feature says where it was missing" : "");
    }
}
