package dev.touchstone.data.vault;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the test rows said about a trial; always written in the order of the metrics' names.
 *
 * @param values one number a metric
 * @param intervals low and high end of a metric's confidence interval; a metric may have none
 */
public record TestScore(Map<String, Double> values, Map<String, List<Double>> intervals) {
    public TestScore {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        intervals = Collections.unmodifiableSortedMap(new TreeMap<>(intervals));
    }
}
