package dev.touchstone.metric;

import dev.touchstone.base.Seed;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every metric says of the same predictions.
 *
 * @param values by the metrics' spec names
 * @param intervals 95 % confidence intervals of the values
 */
public record Scores(Map<String, Double> values, Map<String, Interval> intervals) {
    /**
     * Scores predictions.
     *
     * @param labels class of each row, in the order of the predictions
     * @param seed for the intervals that are drawn
     */
    public static Scores of(Predictions predictions, int[] labels, Seed seed) {
        Map<String, Double> values = new LinkedHashMap<>();
        Map<String, Interval> intervals = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            values.put(metric.specName(), metric.value(predictions, labels));
            intervals.put(metric.specName(), metric.interval(predictions, labels, seed));
        }
        return new Scores(values, intervals);
    }
}
