package dev.touchstone.diagnosis.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Predicts the label from one feature: the most frequent class among the train rows with a value in the same bin. Every
 * row is predicted by a model of the other folds.
 */
final class SingleFeature {
    private static final int FOLDS = 5;

    /** Fine enough for a threshold at any place, coarse enough for several rows a bin. */
    private static final int MOST_BINS = 64;

    private final CheckedData data;
    private final int[] order;

    SingleFeature(CheckedData data) {
        this.data = data;
        this.order = data.seed().derive("folds").permutation(data.count());
    }

    /** The share of the rows that the most frequent class is right for. */
    static double mostFrequent(CheckedData data) {
        int[] counts = new int[data.prepared().classes()];
        IntStream.of(data.rows().labels()).forEach(label -> counts[label]++);
        return (double) IntStream.of(counts).max().orElse(0) / data.count();
    }

    /** The share of rows that a feature predicts rightly. */
    double accuracy(int feature) {
        int[] bins = bins(data, feature);
        int[][][] counts = new int[FOLDS][MOST_BINS][data.prepared().classes()];
        for (int row = 0; row < bins.length; row++) {
            counts[order[row] % FOLDS][bins[row]][data.label(row)]++;
        }
        int right = 0;
        for (int bin = 0; bin < MOST_BINS; bin++) {
            for (int[][] fold : counts) {
                right += fold[bin][mostFrequentOfOthers(counts, fold, bin)];
            }
        }
        return (double) right / bins.length;
    }

    private static int mostFrequentOfOthers(int[][][] counts, int[][] left, int bin) {
        int[] others = new int[left[bin].length];
        for (int[][] fold : counts) {
            for (int label = 0; label < others.length; label++) {
                others[label] += fold == left ? 0 : fold[bin][label];
            }
        }
        return mostFrequent(others);
    }

    private static int mostFrequent(int[] counts) {
        int best = 0;
        for (int c = 1; c < counts.length; c++) {
            if (counts[c] > counts[best]) {
                best = c;
            }
        }
        return best;
    }

    /** The bin of each row: one for each value where they are few, else about as many rows in each. */
    private static int[] bins(CheckedData data, int feature) {
        float[] values = new float[data.count()];
        for (int row = 0; row < values.length; row++) {
            values[row] = data.value(row, feature);
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float[] starts = starts(sorted);
        int[] bins = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            int at = Arrays.binarySearch(starts, values[row]);
            bins[row] = at >= 0 ? at : -at - 2;
        }
        return bins;
    }

    /** The least value of each bin. */
    private static float[] starts(float[] sorted) {
        float[] distinct = distinct(sorted);
        if (distinct.length <= MOST_BINS) {
            return distinct;
        }
        float[] quantiles = new float[MOST_BINS];
        for (int bin = 0; bin < MOST_BINS; bin++) {
            quantiles[bin] = sorted[(int) ((long) bin * sorted.length / MOST_BINS)];
        }
        return distinct(quantiles);
    }

    private static float[] distinct(float[] sorted) {
        float[] distinct = new float[sorted.length];
        int count = 0;
        for (float value : sorted) {
            if (count == 0 || value != distinct[count - 1]) {
                distinct[count++] = value;
            }
        }
        return Arrays.copyOf(distinct, count);
    }
}
