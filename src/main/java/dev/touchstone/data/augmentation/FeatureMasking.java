package dev.touchstone.data.augmentation;

import java.util.SplittableRandom;

/**
 * Hides some features of a row: each takes its mean, as a missing one would when it is imputed (the masking noise of Vincent
 * et al. 2010, "Stacked denoising autoencoders").
 *
 * @param share how probably a feature is hidden, 0 to 1
 * @param means of each feature over the train split
 */
@SuppressWarnings("ArrayRecordComponent") // applied, never compared
public record FeatureMasking(double share, float[] means) implements RowAugmentation {
    @Override
    public void change(float[] features, int from, SplittableRandom random) {
        for (int i = 0; i < means.length; i++) {
            if (random.nextDouble() < share) {
                features[from + i] = means[i];
            }
        }
    }
}
