package dev.touchstone.model.augmentation;

import java.util.List;

/** The rows that an augmentation is for, told by the number of their dimensions. */
enum RowKind {
    ANY(0, "any rows"),
    TABLE(1, "rows of a table, shape [features]"),
    SERIES(2, "signals and sequences, shape [features, steps]"),
    IMAGE(3, "images, shape [channels, height, width]");

    private final int dimensions;
    private final String words;

    RowKind(int dimensions, String words) {
        this.dimensions = dimensions;
        this.words = words;
    }

    boolean hold(List<Integer> shape) {
        return this == ANY || shape.size() == dimensions;
    }

    String words() {
        return words;
    }
}
