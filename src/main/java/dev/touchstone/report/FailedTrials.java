package dev.touchstone.report;

import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The trials of a study that failed. */
public record FailedTrials(List<TrialRecord> trials) {
    /** What trials failed of when a Touchstone recorded them that did not keep it. */
    private static final String UNKNOWN = "unknown";

    public static FailedTrials of(List<TrialRecord> trials) {
        return new FailedTrials(trials.stream()
                .filter(trial -> trial.state() == TrialState.FAILED)
                .toList());
    }

    /** What they failed of: {@code 1 native-crash, 2 not-finite}. */
    public String causes() {
        Map<String, Integer> causes = new TreeMap<>();
        trials.forEach(trial -> causes.merge(cause(trial), 1, Integer::sum));
        return causes.entrySet().stream()
                .map(cause -> cause.getValue() + " " + cause.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String cause(TrialRecord trial) {
        return trial.brokenBy().map(failure -> failure.cause().specName()).orElse(UNKNOWN);
    }
}
