package dev.touchstone.study;

import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import java.util.Arrays;

/**
 * The baseline that looks at no feature: it gives every row the shares that the classes or the labels have among the train rows,
 * so that it decides for the majority, or of numbers their mean; their median where absolute errors count.
 */
final class Baseline {
    private Baseline() {}

    /** Answers so many rows. */
    static Predictions predict(Metric metric, PreparedData data, int rows) {
        Targets train = data.train().targets();
        float[] answer = answer(metric, train, data.task());
        float[] numbers = new float[rows * answer.length];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(answer, 0, numbers, row * answer.length, answer.length);
        }
        return new Predictions(answer.length, numbers);
    }

    private static float[] answer(Metric metric, Targets train, Task task) {
        if (train instanceof Targets.Values values) {
            return new float[] {metric == Metric.MAE ? median(values.numbers()) : (float) values.mean()};
        }
        return train instanceof Targets.LabelSets sets
                ? shares(sets)
                : shares(((Targets.Classes) train).labels(), task);
    }

    private static float[] shares(Targets.LabelSets sets) {
        float[] shares = new float[sets.labels()];
        for (int label = 0; label < shares.length; label++) {
            shares[label] = (float) sets.rowsWith(label) / sets.count();
        }
        return shares;
    }

    private static float[] shares(int[] labels, Task task) {
        float[] shares = new float[task.answers()];
        for (int label : labels) {
            shares[label] += 1f / labels.length;
        }
        return shares;
    }

    /** The upper one of two. */
    private static float median(float[] numbers) {
        float[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
