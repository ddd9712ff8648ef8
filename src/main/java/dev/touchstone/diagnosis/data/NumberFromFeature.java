package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Targets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Predicts a number from one feature: the median of the other rows with the same value, or with one of the nearest where
 * few have the same. Each row is predicted by others.
 */
final class NumberFromFeature {
    /** So few that a feature made of the label hardly errs, and enough for a median. */
    private static final int LEAST_ROWS = 5;

    private final float[] numbers;
    private final int[] order;
    private final CheckedData data;
    private final int feature;

    NumberFromFeature(CheckedData data, int feature) {
        this.data = data;
        this.feature = feature;
        numbers = ((Targets.Values) data.rows().targets()).numbers();
        order = IntStream.range(0, data.count())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> data.value(row, feature)))
                .mapToInt(row -> row)
                .toArray();
    }

    /**
     * The share of the mean absolute error of the best constant that the prediction saves, as in the predictive power score
     * of Deepchecks: 1 at best, 0 or somewhat less for a feature that tells nothing.
     */
    double skill() {
        double error = 0;
        int from = 0;
        while (from < order.length) {
            int to = binFrom(from);
            error += errorIn(from, to);
            from = to;
        }
        float[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double constant = 0;
        for (float number : numbers) {
            constant += Math.abs(number - sorted[sorted.length / 2]);
        }
        return constant == 0 ? 0 : 1 - error / constant;
    }

    /** Where the bin that begins at a place ends: all rows of a value are in one, and the last is no smaller than others. */
    private int binFrom(int from) {
        int to = Math.min(from + LEAST_ROWS, order.length);
        while (to < order.length && value(to) == value(to - 1)) {
            to++;
        }
        return order.length - to < LEAST_ROWS ? order.length : to;
    }

    private float value(int place) {
        return data.value(order[place], feature);
    }

    /** The sum of absolute errors of the rows of a bin, each predicted by the others. */
    private double errorIn(int from, int to) {
        float[] sorted = new float[to - from];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = numbers[order[from + i]];
        }
        Arrays.sort(sorted);
        double error = 0;
        for (int i = 0; i < sorted.length; i++) {
            error += Math.abs(sorted[i] - medianWithout(sorted, i));
        }
        return error;
    }

    private static double medianWithout(float[] sorted, int left) {
        if (sorted.length == 1) {
            return sorted[0];
        }
        int others = sorted.length - 1;
        int low = (others - 1) / 2;
        int high = others / 2;
        return (sorted[low < left ? low : low + 1] + (double) sorted[high < left ? high : high + 1]) / 2;
    }
}
