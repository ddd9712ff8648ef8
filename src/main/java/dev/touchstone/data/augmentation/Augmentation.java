package dev.touchstone.data.augmentation;

import dev.touchstone.base.Seed;

/**
 * One change of train batches, at a given strength.
 *
 * <p>For implementers: what is drawn is drawn from the seed alone, the batch is the caller's own copy, and an augmentation
 * at strength 0 leaves it as it is.
 */
public sealed interface Augmentation permits LabelSmoothing, Mixup, RowAugmentation {
    void change(Batch batch, Seed seed);
}
