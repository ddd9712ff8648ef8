package dev.touchstone.store;

import dev.touchstone.trial.TrialState;
import java.time.Instant;
import java.util.Map;

/**
 * A study at a glance, at a cost that does not grow with what its trials recorded.
 *
 * @param counts trials by state; states without trials are absent
 */
public record StudySummary(String study, StudyStatus status, Instant updated, Map<TrialState, Integer> counts) {}
