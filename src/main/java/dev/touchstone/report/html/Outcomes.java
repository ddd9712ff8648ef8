package dev.touchstone.report.html;

import dev.touchstone.spec.SpecName;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many trials ended in which state, as segments of one bar. */
public record Outcomes(List<Segment> segments) {
    /**
     * Trials in one state.
     *
     * @param start where the segment begins, in percent of the bar
     * @param width in percent of the bar
     */
    public record Segment(TrialState state, int count, double start, double width) {
        public String text() {
            return Figures.amount(count) + " " + SpecName.of(state);
        }
    }

    /** States without trials have no segment; complete trials come first, waiting ones last. */
    static Outcomes of(List<TrialRecord> trials) {
        Map<TrialState, Integer> counts = new EnumMap<>(TrialState.class);
        trials.forEach(trial -> counts.merge(trial.state(), 1, Integer::sum));
        List<TrialState> order = new ArrayList<>(counts.keySet());
        order.sort((first, second) -> Boolean.compare(second.isFinal(), first.isFinal()));
        List<Segment> segments = new ArrayList<>();
        double start = 0;
        for (TrialState state : order) {
            int count = counts.getOrDefault(state, 0);
            double width = 100.0 * count / trials.size();
            segments.add(new Segment(state, count, start, width));
            start += width;
        }
        return new Outcomes(segments);
    }

    int count(TrialState state) {
        return segments.stream()
                .filter(segment -> segment.state() == state)
                .mapToInt(Segment::count)
                .sum();
    }
}
