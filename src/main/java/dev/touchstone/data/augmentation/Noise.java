package dev.touchstone.data.augmentation;

import java.util.SplittableRandom;

/**
 * Adds normal noise to every feature, as normalised (Bishop 1995, "Training with noise is equivalent to Tikhonov
 * regularization").
 *
 * @param width features of a row
 * @param deviation standard deviation of the noise; from 0
 */
public record Noise(int width, double deviation) implements RowAugmentation {
    @Override
    public void change(float[] features, int from, SplittableRandom random) {
        for (int i = from; i < from + width; i++) {
            features[i] += (float) (deviation * random.nextGaussian());
        }
    }
}
