package dev.touchstone.data;

import dev.touchstone.data.ColumnRule.Word;
import dev.touchstone.spec.Nearest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one column as they come: a number each, which is the cell's own, or the place of its text among those
 * seen so far; NaN for a missing one. Without a rule the first cell that is there decides between numbers and text.
 */
final class CsvColumn {
    private static final int FIRST_CELLS = 64;

    private enum Look {
        OPEN,
        NUMBERS,
        TEXTS
    }

    private final String name;
    private final @Nullable ColumnRule rule;
    private final CsvMistakes mistakes;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private float[] cells = new float[FIRST_CELLS];
    private int count;
    private int missing;
    private CsvMistakes.@Nullable Place firstMissing;
    private Look look = Look.OPEN;
    private CsvMistakes.@Nullable Place decided;

    CsvColumn(String name, Optional<ColumnRule> rule, CsvMistakes mistakes) {
        this.name = name;
        this.rule = rule.orElse(null);
        this.mistakes = mistakes;
        if (rule.isPresent()) {
            look = this.rule == Word.NUMBER ? Look.NUMBERS : Look.TEXTS;
        }
        if (this.rule instanceof ColumnRule.Order order) {
            order.values().forEach(value -> texts.put(value, texts.size()));
        }
    }

    String name() {
        return name;
    }

    int missing() {
        return missing;
    }

    /** Where the first missing cell is. */
    CsvMistakes.Place firstMissing() {
        return Objects.requireNonNull(firstMissing);
    }

    /** Whether a cell holds no value; what the spec's order names is a value. */
    boolean isMissing(String cell) {
        return MissingCells.isMissing(cell) && !(rule instanceof ColumnRule.Order && texts.containsKey(cell));
    }

    void add(String cell, long line) {
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, count * 2);
        }
        cells[count++] = value(cell, line);
    }

    private float value(String cell, long line) {
        if (isMissing(cell)) {
            firstMissing = missing++ == 0 ? mistakes.place(line) : firstMissing;
            return Float.NaN;
        }
        float number = (float) Decimal.parse(cell);
        boolean isNumber = Float.isFinite(number);
        if (look == Look.OPEN) {
            look = isNumber ? Look.NUMBERS : Look.TEXTS;
            decided = mistakes.place(line);
        }
        if (look == Look.NUMBERS && !isNumber) {
            mistakes.cell(line, name, cell, "a number" + otherwise());
        } else if (look == Look.TEXTS && isNumber && rule == null) {
            mistakes.cell(
                    line, name, cell, "text as on " + mistakes.called(Objects.requireNonNull(decided)) + otherwise());
        }
        return look == Look.NUMBERS ? number : text(cell, line);
    }

    private String otherwise() {
        return rule == null ? "; or state columns: {" + name + ": category}" : "";
    }

    private float text(String cell, long line) {
        if (rule instanceof ColumnRule.Order order && !texts.containsKey(cell)) {
            mistakes.cell(
                    line,
                    name,
                    cell,
                    "one of " + String.join(", ", order.values()) + Nearest.hint(cell, order.values()));
        } else if (rule == Word.CHARACTERS && cell.length() != length(cell)) {
            mistakes.cell(line, name, cell, length(cell) + " characters as in the first row, not " + cell.length());
        }
        return texts.computeIfAbsent(cell, unseen -> texts.size());
    }

    private int length(String cell) {
        return texts.keySet().stream().findFirst().orElse(cell).length();
    }

    /** What the column holds, once all cells are there. */
    Column column() {
        if (look != Look.TEXTS || texts.isEmpty()) {
            return new Column(name, Column.Kind.NUMBER, List.of(), 1, missing);
        }
        ColumnTexts held = new ColumnTexts(name, rule, texts.keySet());
        held.tooMany(count - missing).ifPresent(why -> mistakes.column(name, why));
        return held.column(missing);
    }

    /**
     * Writes the column into raw rows.
     *
     * @param width of a raw row
     * @param from where in a raw row the column begins
     */
    void write(Column column, float[] rows, int width, int from) {
        List<float[]> codes = texts.keySet().stream()
                .map(text -> ColumnTexts.codes(column, text))
                .toList();
        for (int row = 0; row < count; row++) {
            int at = row * width + from;
            if (Float.isNaN(cells[row]) || column.kind() == Column.Kind.NUMBER) {
                Arrays.fill(rows, at, at + column.width(), cells[row]);
            } else {
                System.arraycopy(codes.get((int) cells[row]), 0, rows, at, column.width());
            }
        }
    }
}
