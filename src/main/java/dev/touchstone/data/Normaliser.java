package dev.touchstone.data;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A fitted normalisation: {@code (value - offset) / scale} for each feature.
 *
 * @param offset one number a feature
 * @param scale one number a feature, never 0; 1 for a feature that is constant in train
 */
@SuppressWarnings("ArrayRecordComponent") // written to JSON and applied, never compared
public record Normaliser(Normalisation kind, float[] offset, float[] scale) {
    /** Learns offset and scale from these rows alone, which are to be the train split. */
    public static Normaliser fit(Normalisation kind, Rows train) {
        return switch (kind) {
            case NONE -> identity(train.width());
            case STANDARDISE -> standardise(train);
            case MIN_MAX -> minMax(train);
        };
    }

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

    private static Normaliser identity(int width) {
        float[] ones = new float[width];
        Arrays.fill(ones, 1);
        return new Normaliser(Normalisation.NONE, new float[width], ones);
    }

    /** Mean and population standard deviation by Welford's updates, which lose nothing to large means. */
    private static Normaliser standardise(Rows train) {
        int width = train.width();
        double[] mean = new double[width];
        double[] squares = new double[width];
        for (int row = 0; row < train.count(); row++) {
            for (int feature = 0; feature < width; feature++) {
                double value = train.features().get(row * width + feature);
                double delta = value - mean[feature];
                mean[feature] += delta / (row + 1);
                squares[feature] += delta * (value - mean[feature]);
            }
        }
        float[] offset = new float[width];
        float[] scale = new float[width];
        for (int feature = 0; feature < width; feature++) {
            offset[feature] = (float) mean[feature];
            scale[feature] = usable(Math.sqrt(squares[feature] / train.count()));
        }
        return new Normaliser(Normalisation.STANDARDISE, offset, scale);
    }

    private static Normaliser minMax(Rows train) {
        int width = train.width();
        float[] least = train.range(0, 1).numbers();
        float[] most = least.clone();
        for (int i = width; i < train.features().limit(); i++) {
            least[i % width] = Math.min(least[i % width], train.features().get(i));
            most[i % width] = Math.max(most[i % width], train.features().get(i));
        }
        float[] scale = new float[width];
        for (int feature = 0; feature < width; feature++) {
            scale[feature] = usable((double) most[feature] - least[feature]);
        }
        return new Normaliser(Normalisation.MIN_MAX, least, scale);
    }

    /** A scale that a float holds and that can be divided by. */
    private static float usable(double scale) {
        float rounded = (float) Math.min(scale, Float.MAX_VALUE);
        return rounded == 0 ? 1 : rounded;
    }
}
