package dev.touchstone.store;

import java.time.Instant;
import java.util.List;

/** A study as it stands: an immutable snapshot for readers, trials in the order of their numbers. */
public record StudyRecord(
        StudyHead head, StudyStatus status, Instant created, Instant updated, List<TrialRecord> trials) {}
