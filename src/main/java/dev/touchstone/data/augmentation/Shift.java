package dev.touchstone.data.augmentation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Moves an image by whole pixels, each way by as likely any number of them up to the most.
 *
 * @param pixels the most, up or down and left or right; from 0
 * @param blank what comes in, for each feature
 */
@SuppressWarnings("ArrayRecordComponent") // applied, never compared
public record Shift(Grid grid, int pixels, float[] blank) implements RowAugmentation {
    @Override
    public void change(float[] features, int from, SplittableRandom random) {
        int down = random.nextInt(-pixels, pixels + 1);
        int right = random.nextInt(-pixels, pixels + 1);
        float[] image = Arrays.copyOfRange(features, from, from + grid.features());
        for (int i = 0; i < image.length; i++) {
            int at = i % grid.pixels();
            boolean inside = grid.holds(at / grid.width() - down, at % grid.width() - right);
            features[from + i] = inside ? image[i - down * grid.width() - right] : blank[i];
        }
    }
}
