package dev.touchstone.data.augmentation;

import dev.touchstone.base.Seed;
import java.util.SplittableRandom;

/** A change of one row's features that leaves its target as it is. */
public sealed interface RowAugmentation extends Augmentation
        permits Crop, Erasing, FeatureMasking, Flip, Masking, Noise, Rotation, Scaling, Shift, TimeShift {
    /**
     * Changes one row.
     *
     * @param features row after row
     * @param from where the row begins
     */
    void change(float[] features, int from, SplittableRandom random);

    @Override
    default void change(Batch batch, Seed seed) {
        SplittableRandom random = seed.random();
        for (int from = 0; from < batch.features().length; from += batch.width()) {
            change(batch.features(), from, random);
        }
    }
}
