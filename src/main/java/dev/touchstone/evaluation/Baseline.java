package dev.touchstone.evaluation;

import dev.touchstone.data.Normaliser;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import java.util.Arrays;

/**
 * What needs no network. A forecast is that nothing changes: the last value of the window (the naive method, Hyndman and
 * Athanasopoulos 2021, Forecasting: principles and practice, section 5.2). Any other task is answered without a look at the
 * row: by the shares that the classes or the labels have among the train rows, so that it decides for the majority, or by
 * the mean of its numbers; their median where absolute errors count.
 */
public record Baseline(PreparedData data) {
    /** Answers the rows, which are normalised as those of train are. */
    public Predictions predict(Metric metric, Rows rows) {
        if (data.task().forecasts()) {
            return persistence(rows);
        }
        return withoutALook(metric, rows);
    }

    /** Answers all rows alike, a forecast too. */
    public Predictions withoutALook(Metric metric, Rows rows) {
        Targets train = data.train().targets();
        float[] answer = answer(metric, train, data.task());
        float[] numbers = new float[rows.count() * answer.length];
        for (int row = 0; row < rows.count(); row++) {
            System.arraycopy(answer, 0, numbers, row * answer.length, answer.length);
        }
        return new Predictions(answer.length, numbers);
    }

    /** What it does, for people. */
    public String words() {
        return data.task().forecasts()
                ? "persistence: forecasts the last value of the window"
                : "looks at no feature: the shares of the classes in train, or the mean of its labels (mae: the median)";
    }

    private Predictions persistence(Rows rows) {
        Normaliser normaliser = data.normaliser();
        int last = rows.width() - 1;
        float[] numbers = new float[rows.count()];
        for (int row = 0; row < numbers.length; row++) {
            float value = rows.features().get(row * rows.width() + last);
            numbers[row] = value * normaliser.scale()[last] + normaliser.offset()[last];
        }
        return new Predictions(1, numbers);
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
