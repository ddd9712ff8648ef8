package dev.touchstone.metric;

import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * What networks of a task are trained to make small, on the scale of training: cross-entropy in nats (of labels the sum
 * over those of a row, as DL4J trains it), or the squared error in units of the train split's variance.
 */
public record TaskLoss(Task task) {
    /** The mean over the rows; NaN when a prediction is not finite. */
    public double value(Predictions predictions, Targets targets) {
        if (task instanceof Task.Regression regression) {
            return inVariances(Math.pow(Metric.RMSE.value(predictions, targets), 2), regression);
        }
        return ofClassesOrLabels().value(predictions, targets);
    }

    private Metric ofClassesOrLabels() {
        return task instanceof Task.MultiLabel ? Metric.BINARY_CROSS_ENTROPY : Metric.CROSS_ENTROPY;
    }

    /**
     * The standard error of what the rows' losses differ by, on average, from those of knowing how often each answer occurs: the
     * two are of the same rows, so that what makes rows hard for both is no part of it. NaN when a prediction is not finite.
     */
    public double errorBesideFrequencies(Predictions predictions, Targets targets) {
        Metric metric = task instanceof Task.Regression ? Metric.RMSE : ofClassesOrLabels();
        double[] own = metric.scores(predictions, targets);
        double[] guessed = metric.scores(frequencies(targets, targets.count()), targets);
        StandardDeviation deviation = new StandardDeviation();
        for (int row = 0; row < own.length; row++) {
            deviation.increment(guessed[row] - own[row]);
        }
        double error = deviation.getResult() / Math.sqrt(own.length);
        return task instanceof Task.Regression regression ? inVariances(error, regression) : error;
    }

    /** What it costs to answer rows by how often each answer occurs among others, and nothing else. */
    public double ofFrequenciesOf(Targets others, Targets targets) {
        return value(frequencies(others, targets.count()), targets);
    }

    /** The same answer for so many rows: how often each occurs, or the mean of the numbers. */
    private Predictions frequencies(Targets targets, int rows) {
        double[] answer = targets instanceof Targets.Values values ? new double[] {values.mean()} : shares(targets);
        float[] numbers = new float[rows * answer.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) answer[i % answer.length];
        }
        return new Predictions(answer.length, numbers);
    }

    /** How often each class or label occurs. */
    private double[] shares(Targets targets) {
        Targets.Shares shares = Targets.Shares.of(targets, task.answers());
        return IntStream.range(0, task.answers())
                .mapToDouble(answer -> IntStream.range(0, shares.count())
                        .mapToDouble(row -> shares.numbers()[row * shares.classes() + answer])
                        .average()
                        .orElse(0))
                .toArray();
    }

    /**
     * What it costs to know nothing of these rows: all classes equally probable, each label as likely as not, or
     * their mean for each of them.
     */
    public double ofGuessing(Targets targets) {
        if (targets instanceof Targets.Values values && task instanceof Task.Regression regression) {
            return inVariances(values.variance(), regression);
        }
        return task instanceof Task.MultiLabel ? task.answers() * Math.log(2) : Math.log(task.answers());
    }

    /** What it costs to know of these rows how often each answer occurs, and nothing else: never more than guessing costs. */
    public double ofFrequencies(Targets targets) {
        if (task instanceof Task.Regression) {
            return ofGuessing(targets);
        }
        return Arrays.stream(shares(targets))
                .map(share -> surprise(share) + (task instanceof Task.MultiLabel ? surprise(1 - share) : 0))
                .sum();
    }

    /** What an answer of this share adds to the entropy of all, in nats. */
    private static double surprise(double share) {
        return share == 0 ? 0 : -share * Math.log(share);
    }

    private static double inVariances(double squared, Task.Regression regression) {
        return squared / ((double) regression.deviation() * regression.deviation());
    }
}
