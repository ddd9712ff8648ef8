package dev.touchstone.data;

import java.util.Arrays;

/**
 * Labelled rows, row after row.
 *
 * @param width features in a row
 * @param features {@code count() * width} numbers
 * @param labels the class of each row, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // rows are large, owned by whoever reads them, and never compared
public record Rows(int width, float[] features, int[] labels) {
    public Rows {
        if (width < 1 || features.length != (long) width * labels.length) {
            throw new IllegalArgumentException(
                    features.length + " features do not make " + labels.length + " rows of " + width);
        }
    }

    public int count() {
        return labels.length;
    }

    /** A copy of the rows from an index up to another, without that one. */
    public Rows range(int from, int to) {
        return new Rows(
                width, Arrays.copyOfRange(features, from * width, to * width), Arrays.copyOfRange(labels, from, to));
    }

    /** A copy of the rows at the indices, in their order. */
    public Rows select(int[] indices) {
        float[] chosen = new float[indices.length * width];
        int[] chosenLabels = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(features, indices[i] * width, chosen, i * width, width);
            chosenLabels[i] = labels[indices[i]];
        }
        return new Rows(width, chosen, chosenLabels);
    }
}
