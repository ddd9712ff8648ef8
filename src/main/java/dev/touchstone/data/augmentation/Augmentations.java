package dev.touchstone.data.augmentation;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import java.util.List;

/**
 * What becomes of each train batch before a network learns from it.
 *
 * @param steps in the order in which they are applied
 */
public record Augmentations(List<Augmentation> steps) {
    /** Batches as they are. */
    public static final Augmentations NONE = new Augmentations(List.of());

    public Augmentations {
        steps = List.copyOf(steps);
    }

    /**
     * An augmented copy of a batch, or the batch itself where there is nothing to do.
     *
     * @param seed of this iteration; all draws derive from it
     */
    public Rows apply(Rows batch, Seed seed) {
        if (steps.isEmpty()) {
            return batch;
        }
        Batch copy = new Batch(batch);
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).change(copy, seed.derive("augmentation", i));
        }
        return copy.rows();
    }
}
