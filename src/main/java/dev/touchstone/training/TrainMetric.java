package dev.touchstone.training;

import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well some train rows are answered after an epoch, to be held against the validation rows.
 *
 * @param value of the objective, as in inference and without augmentation
 * @param rows how many, the same ones throughout a training
 * @param recalls share of each class's rows that were taken for it, NaN for a class without; null where no classes are to be
 *     told apart
 */
public record TrainMetric(double value, int rows, @Nullable List<Double> recalls) {
    static TrainMetric of(Metric objective, Predictions predictions, Rows rows) {
        Targets targets = rows.targets();
        return new TrainMetric(
                objective.value(predictions, targets),
                rows.count(),
                targets instanceof Targets.Classes classes ? predictions.recalls(classes) : null);
    }
}
