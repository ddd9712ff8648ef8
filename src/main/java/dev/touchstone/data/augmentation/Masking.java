package dev.touchstone.data.augmentation;

import java.util.SplittableRandom;

/**
 * Hides some steps of a series that follow each other: all features there take their mean (the time masking of Park et al.
 * 2019, "SpecAugment").
 *
 * @param steps the most that are hidden, each number as likely; from 0
 * @param means of each feature over the train split
 */
@SuppressWarnings("ArrayRecordComponent") // applied, never compared
public record Masking(Series series, int steps, float[] means) implements RowAugmentation {
    @Override
    public void change(float[] features, int from, SplittableRandom random) {
        int hidden = random.nextInt(Math.min(steps, series.steps()) + 1);
        int first = random.nextInt(series.steps() - hidden + 1);
        for (int feature = 0; feature < series.features(); feature++) {
            int start = feature * series.steps() + first;
            System.arraycopy(means, start, features, from + start, hidden);
        }
    }
}
