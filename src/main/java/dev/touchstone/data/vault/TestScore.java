package dev.touchstone.data.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the test rows said about a trial; always written in the order of the metrics' names.
 *
 * @param values one number a metric
 * @param intervals low and high end of a metric's confidence interval; a metric may have none
 * @param corrected the same of the intervals that hold together with those of all openings before; null where they were
 *     not kept, as by earlier versions
 */
public record TestScore(
        Map<String, Double> values,
        Map<String, List<Double>> intervals,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, List<Double>> corrected) {
    public TestScore {
        corrected = corrected == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(corrected));
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        intervals = Collections.unmodifiableSortedMap(new TreeMap<>(intervals));
    }
}
