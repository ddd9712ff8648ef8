package dev.touchstone.data;

import java.nio.FloatBuffer;

/**
 * A fitted normalisation: {@code (value - offset) / scale} for each feature.
 *
 * @param offset one number a feature
 * @param scale one number a feature, never 0; 1 for a feature that is constant in train
 */
@SuppressWarnings("ArrayRecordComponent") // written to JSON and applied, never compared
public record Normaliser(Normalisation kind, float[] offset, float[] scale) {
    /** The rows on this scale; the given ones stay as they are. */
    public Rows apply(Rows rows) {
        if (rows.width() != offset.length) {
            throw new IllegalArgumentException("rows of " + rows.width() + " features, fitted on " + offset.length);
        }
        Rows normalised = new Rows(rows.width(), rows.numbers(), rows.targets());
        rescale(normalised);
        return normalised;
    }

    /** Puts rows on this scale where they are. */
    void rescale(Rows rows) {
        FloatBuffer features = rows.features();
        for (int i = 0; i < features.limit(); i++) {
            int feature = i % offset.length;
            features.put(i, (features.get(i) - offset[feature]) / scale[feature]);
        }
    }
}
