package dev.touchstone.data;

import java.nio.FloatBuffer;

/**
 * Rows of features, row after row, each with its target.
 *
 * @param width features in a row
 * @param features {@code count() * width} numbers from position 0, in the heap or in a mapped file; read by their place,
 *     never written to by those who were handed the rows
 */
public record Rows(int width, FloatBuffer features, Targets targets) {
    public Rows {
        if (width < 1 || features.limit() != (long) width * targets.count()) {
            throw new IllegalArgumentException(
                    features.limit() + " features do not make " + targets.count() + " rows of " + width);
        }
    }

    /** Rows in the heap. */
    public Rows(int width, float[] features, Targets targets) {
        this(width, FloatBuffer.wrap(features), targets);
    }

    /** Rows whose targets are classes. */
    public Rows(int width, float[] features, int[] labels) {
        this(width, features, new Targets.Classes(labels));
    }

    public int count() {
        return targets.count();
    }

    /** A copy of all features. */
    public float[] numbers() {
        float[] numbers = new float[features.limit()];
        features.get(0, numbers);
        return numbers;
    }

    /**
     * The class of each row, from 0.
     *
     * @throws ClassCastException when the targets are no classes
     */
    public int[] labels() {
        return ((Targets.Classes) targets).labels();
    }

    /** The rows from an index up to another, without that one; their features stay where they are. */
    public Rows range(int from, int to) {
        return new Rows(width, features.slice(from * width, (to - from) * width), targets.range(from, to));
    }

    /** A copy of the rows with others after them. */
    public Rows followedBy(Rows others) {
        FloatBuffer both = FloatBuffer.allocate(features.limit() + others.features.limit());
        both.put(features.duplicate()).put(others.features.duplicate()).flip();
        return new Rows(width, both, targets.followedBy(others.targets));
    }

    /** A copy of the rows at the indices, in their order. */
    public Rows select(int[] indices) {
        float[] chosen = new float[indices.length * width];
        for (int i = 0; i < indices.length; i++) {
            features.get(indices[i] * width, chosen, i * width, width);
        }
        return new Rows(width, chosen, targets.select(indices));
    }
}
