package dev.touchstone.data;

import java.util.Arrays;

/**
 * Rows of features, row after row, each with its target.
 *
 * @param width features in a row
 * @param features {@code count() * width} numbers
 */
@SuppressWarnings("ArrayRecordComponent") // rows are large, owned by whoever reads them, and never compared
public record Rows(int width, float[] features, Targets targets) {
    public Rows {
        if (width < 1 || features.length != (long) width * targets.count()) {
            throw new IllegalArgumentException(
                    features.length + " features do not make " + targets.count() + " rows of " + width);
        }
    }

    /** Rows whose targets are classes. */
    public Rows(int width, float[] features, int[] labels) {
        this(width, features, new Targets.Classes(labels));
    }

    public int count() {
        return targets.count();
    }

    /**
     * The class of each row, from 0.
     *
     * @throws ClassCastException when the targets are no classes
     */
    public int[] labels() {
        return ((Targets.Classes) targets).labels();
    }

    /** A copy of the rows from an index up to another, without that one. */
    public Rows range(int from, int to) {
        return new Rows(width, Arrays.copyOfRange(features, from * width, to * width), targets.range(from, to));
    }

    /** A copy of the rows at the indices, in their order. */
    public Rows select(int[] indices) {
        float[] chosen = new float[indices.length * width];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(features, indices[i] * width, chosen, i * width, width);
        }
        return new Rows(width, chosen, targets.select(indices));
    }
}
