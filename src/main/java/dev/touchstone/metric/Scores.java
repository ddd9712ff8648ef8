package dev.touchstone.metric;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every metric of a task says of the same predictions.
 *
 * @param values by the metrics' spec names
 * @param intervals 95 % confidence intervals of the values
 */
public record Scores(Map<String, Double> values, Map<String, Interval> intervals) {
    /**
     * Scores predictions.
     *
     * @param targets of each row, in the order of the predictions
     * @param seed for the intervals that are drawn
     */
    public static Scores of(Predictions predictions, Targets targets, Seed seed) {
        Map<String, Double> values = new LinkedHashMap<>();
        Map<String, Interval> intervals = new LinkedHashMap<>();
        for (Metric metric : Metric.of(targets.kind())) {
            values.put(metric.specName(), metric.value(predictions, targets));
            intervals.put(metric.specName(), metric.interval(predictions, targets, seed));
        }
        return new Scores(values, intervals);
    }
}
