package dev.touchstone.report;

import dev.touchstone.metric.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Intervals as the document writes them: the low end and the high end. */
final class IntervalPairs {
    private IntervalPairs() {}

    static Map<String, List<Double>> of(Map<String, Interval> intervals) {
        Map<String, List<Double>> pairs = new LinkedHashMap<>();
        intervals.forEach((metric, interval) -> pairs.put(metric, List.of(interval.low(), interval.high())));
        return pairs;
    }
}
