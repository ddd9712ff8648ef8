package dev.touchstone.data.augmentation;

import java.util.SplittableRandom;

/**
 * Blanks a rectangle of an image, at as likely any place within it (Zhong et al. 2020, "Random erasing data augmentation",
 * with a fixed share of the area).
 *
 * @param share of the image's area, 0 to 1; met as closely as whole pixels allow
 * @param blank what takes the place, for each feature
 */
@SuppressWarnings("ArrayRecordComponent") // applied, never compared
public record Erasing(Grid grid, double share, float[] blank) implements RowAugmentation {
    /** The most that one side is longer than the other, as in the paper. */
    private static final double LONGEST = 1 / 0.3;

    @Override
    public void change(float[] features, int from, SplittableRandom random) {
        double area = share * grid.pixels();
        double aspect = Math.pow(LONGEST, 2 * random.nextDouble() - 1);
        int least = (int) Math.max(1, Math.ceil(area / grid.width()));
        int height = (int) Math.max(least, Math.min(grid.height(), Math.round(Math.sqrt(area * aspect))));
        int width = (int) Math.round(area / height);
        int top = random.nextInt(grid.height() - height + 1);
        int left = random.nextInt(grid.width() - width + 1);
        for (int channel = 0; channel < grid.channels(); channel++) {
            for (int y = top; y < top + height; y++) {
                int line = channel * grid.pixels() + y * grid.width() + left;
                System.arraycopy(blank, line, features, from + line, width);
            }
        }
    }
}
