package dev.touchstone.data.augmentation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Moves all features of a series in time, by as likely any number of steps up to the most, either way; the first or the
 * last step is repeated where nothing comes in.
 *
 * @param steps the most; from 0
 */
public record TimeShift(Series series, int steps) implements RowAugmentation {
    @Override
    public void change(float[] features, int from, SplittableRandom random) {
        int later = random.nextInt(-steps, steps + 1);
        for (int feature = 0; feature < series.features(); feature++) {
            int start = from + feature * series.steps();
            float[] values = Arrays.copyOfRange(features, start, start + series.steps());
            for (int step = 0; step < values.length; step++) {
                features[start + step] = values[Math.max(0, Math.min(values.length - 1, step - later))];
            }
        }
    }
}
