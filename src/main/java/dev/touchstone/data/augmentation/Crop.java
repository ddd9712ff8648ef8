package dev.touchstone.data.augmentation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Pads an image on all sides with its own mirror image and cuts out one of its size, at as likely any place (He et al.
 * 2016, with the mirrored padding of later training recipes).
 *
 * @param padding pixels on each side; from 0
 */
public record Crop(Grid grid, int padding) implements RowAugmentation {
    @Override
    public void change(float[] features, int from, SplittableRandom random) {
        int down = random.nextInt(-padding, padding + 1);
        int right = random.nextInt(-padding, padding + 1);
        float[] image = Arrays.copyOfRange(features, from, from + grid.features());
        for (int i = 0; i < image.length; i++) {
            int at = i % grid.pixels();
            int y = mirrored(at / grid.width() - down, grid.height());
            int x = mirrored(at % grid.width() - right, grid.width());
            features[from + i] = image[i - at + y * grid.width() + x];
        }
    }

    /** A place beyond an end, mirrored at the pixel that is there, as often as it takes. */
    private static int mirrored(int at, int size) {
        if (size == 1) {
            return 0;
        }
        int folded = Math.floorMod(at, 2 * (size - 1));
        return Math.min(folded, 2 * (size - 1) - folded);
    }
}
