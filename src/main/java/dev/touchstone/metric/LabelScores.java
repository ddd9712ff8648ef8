package dev.touchstone.metric;

import dev.touchstone.data.Targets;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Scores of rows that have any of several labels.
 *
 * <p>Of an F1, {@code 2 hits / (2 hits + misses + false alarms)}, a row's score is what it adds to it, so that the rows' mean
 * is the F1. It is a ratio of sums, and a row's part in it the ratio's first-order change with the row's weight: the
 * linearisation by which survey statistics find the error of a ratio (Särndal, Swensson and Wretman 1992, section 5.6). An
 * F1 that would be 0/0 is 0, as scikit-learn has it.
 */
record LabelScores(Predictions predictions, Targets.LabelSets truth) {
    /** @param targets which are sets of labels */
    static LabelScores of(Predictions predictions, Targets targets) {
        return new LabelScores(predictions, (Targets.LabelSets) targets);
    }

    /** Of all labels counted together. */
    double[] microF1() {
        return f1(0, truth.labels());
    }

    /** The mean over the labels. */
    double[] macroF1() {
        double[] means = new double[truth.count()];
        for (int label = 0; label < truth.labels(); label++) {
            double[] scores = f1(label, label + 1);
            Arrays.setAll(means, row -> means[row] + scores[row] / truth.labels());
        }
        return means;
    }

    /** What a linearised F1 may come to: resamples lie on a straight line, which goes on beyond 0 and 1. */
    static double bounded(double f1) {
        return Math.min(1, Math.max(0, f1));
    }

    /** 1 where all labels are right, else 0. */
    double[] exactMatch() {
        return each(row -> labels().allMatch(label -> predictions.has(row, label) == truth.has(row, label)) ? 1 : 0);
    }

    /** The sum over the labels. */
    double[] crossEntropy() {
        return each(row -> labels().mapToDouble(label -> Metric.surprise(probabilityOfTruth(row, label)))
                .sum());
    }

    private double probabilityOfTruth(int row, int label) {
        double probability = predictions.probability(row, label);
        return truth.has(row, label) ? probability : 1 - probability;
    }

    /** Of the labels from one up to another, counted together. */
    private double[] f1(int from, int to) {
        double[] hits = new double[truth.count()];
        double[] all = new double[truth.count()];
        for (int row = 0; row < all.length; row++) {
            for (int label = from; label < to; label++) {
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
        return each(row -> f1 + (hits[row] - f1 * all[row]) / mean);
    }

    private double[] each(IntToDoubleFunction score) {
        return IntStream.range(0, truth.count()).mapToDouble(score).toArray();
    }

    private IntStream labels() {
        return IntStream.range(0, truth.labels());
    }
}
