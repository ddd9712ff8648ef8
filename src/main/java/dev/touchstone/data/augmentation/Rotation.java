package dev.touchstone.data.augmentation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Turns an image about its centre, by as likely any angle up to the most, either way; pixels in between are interpolated
 * linearly.
 *
 * @param degrees the most; from 0
 * @param blank what comes in, for each feature
 */
@SuppressWarnings("ArrayRecordComponent") // applied, never compared
public record Rotation(Grid grid, double degrees, float[] blank) implements RowAugmentation {
    @Override
    public void change(float[] features, int from, SplittableRandom random) {
        turn(features, from, Math.toRadians(degrees * (2 * random.nextDouble() - 1)));
    }

    /** @param angle in radians, clockwise */
    void turn(float[] features, int from, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double middleY = (grid.height() - 1) / 2.0;
        double middleX = (grid.width() - 1) / 2.0;
        float[] image = Arrays.copyOfRange(features, from, from + grid.features());
        for (int y = 0; y < grid.height(); y++) {
            for (int x = 0; x < grid.width(); x++) {
                double fromY = middleY + cos * (y - middleY) - sin * (x - middleX);
                double fromX = middleX + sin * (y - middleY) + cos * (x - middleX);
                for (int channel = 0; channel < grid.channels(); channel++) {
                    int first = channel * grid.pixels();
                    int at = first + y * grid.width() + x;
                    features[from + at] = between(image, first, fromY, fromX, blank[at]);
                }
            }
        }
    }

    private float between(float[] image, int first, double y, double x, float outside) {
        int top = (int) Math.floor(y);
        int left = (int) Math.floor(x);
        double below = y - top;
        double right = x - left;
        double upper = (1 - right) * pixel(image, first, top, left, outside)
                + right * pixel(image, first, top, left + 1, outside);
        double lower = (1 - right) * pixel(image, first, top + 1, left, outside)
                + right * pixel(image, first, top + 1, left + 1, outside);
        return (float) ((1 - below) * upper + below * lower);
    }

    private float pixel(float[] image, int first, int y, int x, float outside) {
        return grid.holds(y, x) ? image[first + y * grid.width() + x] : outside;
    }
}
