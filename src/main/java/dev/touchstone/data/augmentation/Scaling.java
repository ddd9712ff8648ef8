package dev.touchstone.data.augmentation;

import java.util.SplittableRandom;

/**
 * Multiplies each feature of a series, as normalised, by a factor of its own that is the same at all steps (Um et al. 2017,
 * "Data augmentation of wearable sensor data").
 *
 * @param deviation standard deviation of the factors, which are normal around 1; from 0
 */
public record Scaling(Series series, double deviation) implements RowAugmentation {
    @Override
    public void change(float[] features, int from, SplittableRandom random) {
        for (int feature = 0; feature < series.features(); feature++) {
            float factor = (float) (1 + deviation * random.nextGaussian());
            int start = from + feature * series.steps();
            for (int i = start; i < start + series.steps(); i++) {
                features[i] *= factor;
            }
        }
    }
}
