package dev.touchstone.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a column of a source holds. In raw rows a number stands for itself, anything else for its place among the values,
 * and NaN for a missing cell.
 *
 * @param values a flag's no and yes, a category's values in their order, the letters of characters; none of a number
 * @param width how many numbers of a raw row it takes: as many as a cell has characters, else 1
 * @param missing how many of its cells are missing
 */
public record Column(String name, Kind kind, List<String> values, int width, int missing) {
    /** How a column becomes features. */
    public enum Kind {
        NUMBER,
        /** True or false: one feature, 0 or 1. */
        FLAG,
        /** A feature for each value. */
        CATEGORY,
        /** Texts of one length: a feature for each position and letter. */
        CHARACTERS;

        /** Whether a cell is one number. */
        boolean isNumeric() {
            return this == NUMBER || this == FLAG;
        }
    }

    static Column number(String name) {
        return new Column(name, Kind.NUMBER, List.of(), 1, 0);
    }

    /** A source that holds nothing but numbers. */
    static List<Column> numbers(List<String> names) {
        return names.stream().map(Column::number).toList();
    }

    /** A name for each number that it takes in a raw row. */
    List<String> rawNames() {
        if (kind != Kind.CHARACTERS) {
            return List.of(name);
        }
        List<String> names = new ArrayList<>();
        IntStream.range(0, width).forEach(position -> names.add(name + "[" + position + "]"));
        return names;
    }
}
