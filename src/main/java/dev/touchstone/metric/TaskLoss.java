package dev.touchstone.metric;

import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;

/**
 * What networks of a task are trained to make small, on the scale of training: cross-entropy in nats, or the squared error
 * in units of the train split's variance.
 */
public record TaskLoss(Task task) {
    /** The mean over the rows; NaN when a prediction is not finite. */
    public double value(Predictions predictions, Targets targets) {
        return task instanceof Task.Regression regression
                ? inVariances(Math.pow(Metric.RMSE.value(predictions, targets), 2), regression)
                : Metric.CROSS_ENTROPY.value(predictions, targets);
    }

    /** What it costs to know nothing of these rows: all classes equally probable, or their mean for each of them. */
    public double ofGuessing(Targets targets) {
        return targets instanceof Targets.Values values && task instanceof Task.Regression regression
                ? inVariances(values.variance(), regression)
                : Math.log(task.answers());
    }

    private static double inVariances(double squared, Task.Regression regression) {
        return squared / ((double) regression.deviation() * regression.deviation());
    }
}
