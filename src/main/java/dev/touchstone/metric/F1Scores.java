package dev.touchstone.metric;

import dev.touchstone.data.Targets;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What each row adds to an F1, {@code 2 hits / (2 hits + misses + false alarms)}, so that the rows' mean is the F1. It is a
 * ratio of sums, and a row's part in it the ratio's first-order change with the row's weight: the linearisation by which
 * survey statistics find the error of a ratio (Särndal, Swensson and Wretman 1992, section 5.6). An F1 that would be 0/0
 * is 0, as scikit-learn has it.
 */
record F1Scores(Predictions predictions, Targets.LabelSets truth) {
    /** Of all labels counted together. */
    double[] micro() {
        return of(label -> true);
    }

    /** The mean over the labels. */
    double[] macro() {
        double[] means = new double[truth.count()];
        for (int label = 0; label < truth.labels(); label++) {
            int only = label;
            double[] scores = of(any -> any == only);
            Arrays.setAll(means, row -> means[row] + scores[row] / truth.labels());
        }
        return means;
    }

    private double[] of(IntPredicate counted) {
        int[] labels = IntStream.range(0, truth.labels()).filter(counted).toArray();
        double[] hits = new double[truth.count()];
        double[] all = new double[truth.count()];
        for (int row = 0; row < all.length; row++) {
            for (int label : labels) {
                int has = truth.has(row, label) ? 1 : 0;
                int told = predictions.has(row, label) ? 1 : 0;
                hits[row] += 2 * has * told;
                all[row] += has + told;
            }
        }
        double sum = Arrays.stream(all).sum();
        if (sum == 0) {
            return new double[all.length];
        }
        double f1 = Arrays.stream(hits).sum() / sum;
        double mean = sum / all.length;
        double[] scores = new double[all.length];
        Arrays.setAll(scores, row -> f1 + (hits[row] - f1 * all[row]) / mean);
        return scores;
    }
}
