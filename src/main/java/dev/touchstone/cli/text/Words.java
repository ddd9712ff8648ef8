package dev.touchstone.cli.text;

import dev.touchstone.spec.SpecName;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words that several pages use. */
final class Words {
    private static final int LISTED = 10;

    private Words() {}

    /** The first of a list: {@code 3, 17, 20 and 40 more}. */
    static String listed(List<?> items) {
        String first = items.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "));
        return items.size() <= LISTED ? first : first + " and " + (items.size() - LISTED) + " more";
    }

    /** Trials by state: {@code 12 complete, 3 gated}. */
    static String counts(List<TrialRecord> trials) {
        return counts(trials.stream().collect(Collectors.toMap(TrialRecord::state, trial -> 1, Integer::sum)));
    }

    /** The same from counts. */
    static String counts(Map<TrialState, Integer> counts) {
        if (counts.isEmpty()) {
            return "no trials";
        }
        return new EnumMap<>(counts)
                .entrySet().stream()
                        .map(entry -> entry.getValue() + " " + SpecName.of(entry.getKey()))
                        .collect(Collectors.joining(", "));
    }
}
