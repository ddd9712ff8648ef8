package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Learns offset and scale of a normalisation from the train split.
 *
 * @param train the only rows that are looked at
 * @param shape of one row
 */
record NormaliserFit(Normalisation kind, Rows train, List<Integer> shape) {
    /** The largest value of a pixel of eight bits. */
    private static final float WHITE = 255;

    /** @throws UserError when the rows are not what the normalisation is for */
    Normaliser fit() {
        return switch (kind) {
            case NONE -> everywhere(0, 1);
            case STANDARDISE -> standardise();
            case MIN_MAX -> minMax();
            case IMAGE_SCALE -> imageScale();
            case PER_CHANNEL -> perChannel();
        };
    }

    private Normaliser everywhere(float offset, float scale) {
        float[] offsets = new float[train.width()];
        float[] scales = new float[train.width()];
        Arrays.fill(offsets, offset);
        Arrays.fill(scales, scale);
        return new Normaliser(kind, offsets, scales);
    }

    private Normaliser standardise() {
        return each(featuresOfAChannel(train.width()));
    }

    private Normaliser perChannel() {
        if (shape.size() < 2) {
            throw new UserError("data: normalise: per-channel is for rows with the shape [channels, …], found " + shape
                    + "; state data: {shape: …}, or use standardise");
        }
        return each(featuresOfAChannel(shape.get(0)));
    }

    private int featuresOfAChannel(int channels) {
        return train.width() / channels;
    }

    /**
     * Mean and population standard deviation of each channel by Welford's updates, which lose nothing to large means.
     *
     * @param size how many neighbouring features share them
     */
    private Normaliser each(int size) {
        int width = train.width();
        double[] mean = new double[width / size];
        double[] squares = new double[width / size];
        long[] seen = new long[width / size];
        FloatBuffer features = train.features();
        for (int i = 0; i < features.limit(); i++) {
            int channel = i % width / size;
            double delta = features.get(i) - mean[channel];
            mean[channel] += delta / ++seen[channel];
            squares[channel] += delta * (features.get(i) - mean[channel]);
        }
        float[] offset = new float[width];
        float[] scale = new float[width];
        for (int feature = 0; feature < width; feature++) {
            int channel = feature / size;
            offset[feature] = (float) mean[channel];
            scale[feature] = usable(Math.sqrt(squares[channel] / seen[channel]));
        }
        return new Normaliser(kind, offset, scale);
    }

    private Normaliser minMax() {
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
        return new Normaliser(kind, least, scale);
    }

    private Normaliser imageScale() {
        FloatBuffer features = train.features();
        for (int i = 0; i < features.limit(); i++) {
            if (features.get(i) < 0 || features.get(i) > WHITE) {
                throw new UserError("data: normalise: image-scale is for pixels from 0 to 255, found " + features.get(i)
                        + " in train; use standardise or min-max");
            }
        }
        return everywhere(0, WHITE);
    }

    /** A scale that a float holds and that can be divided by. */
    private static float usable(double scale) {
        float rounded = (float) Math.min(scale, Float.MAX_VALUE);
        return rounded == 0 ? 1 : rounded;
    }
}
