package dev.touchstone.data.augmentation;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;

/**
 * Takes a share from the class of each row and spreads it over all classes (Szegedy et al. 2016, "Rethinking the Inception
 * architecture").
 *
 * @param share that is taken, 0 to 1
 */
public record LabelSmoothing(double share, int classes) implements Augmentation {
    @Override
    public void change(Batch batch, Seed seed) {
        Targets.Shares shares = Targets.Shares.of(batch.targets(), classes);
        float[] numbers = shares.numbers();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) ((1 - share) * numbers[i] + share / classes);
        }
        batch.setTargets(shares);
    }
}
