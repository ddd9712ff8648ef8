package dev.touchstone.data;

import java.util.List;

/** What a spec says that a column is, instead of what its cells look like. */
public sealed interface ColumnRule {
    /** A rule that is one word in a spec. */
    enum Word implements ColumnRule {
        /** Left out of the features. */
        IGNORE,
        NUMBER,
        /** One feature for each value, in ascending order. */
        CATEGORY,
        /** One feature for each position and letter; all cells have the same length. */
        CHARACTERS
    }

    /** A category whose values are these, in this order; any other is a mistake. */
    record Order(List<String> values) implements ColumnRule {}
}
