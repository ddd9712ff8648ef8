package dev.touchstone.data.augmentation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Mirrors some images.
 *
 * @param horizontal how probably left and right change places, 0 to 1
 * @param vertical how probably top and bottom do
 */
public record Flip(Grid grid, double horizontal, double vertical) implements RowAugmentation {
    @Override
    public void change(float[] features, int from, SplittableRandom random) {
        boolean leftRight = random.nextDouble() < horizontal;
        boolean topBottom = random.nextDouble() < vertical;
        if (!leftRight && !topBottom) {
            return;
        }
        float[] image = Arrays.copyOfRange(features, from, from + grid.features());
        for (int i = 0; i < image.length; i++) {
            int at = i % grid.pixels();
            int y = at / grid.width();
            int x = at % grid.width();
            int fromY = topBottom ? grid.height() - 1 - y : y;
            int fromX = leftRight ? grid.width() - 1 - x : x;
            features[from + i] = image[i - at + fromY * grid.width() + fromX];
        }
    }
}
