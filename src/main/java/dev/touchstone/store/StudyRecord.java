package dev.touchstone.store;

import java.time.Instant;
import java.util.List;

/** A study as it stands: an immutable snapshot for readers, trials and ensembles in the order of their numbers. */
public record StudyRecord(
        StudyHead head,
        StudyStatus status,
        Instant created,
        Instant updated,
        List<TrialRecord> trials,
        List<KeptEnsemble> ensembles) {
    /** A study without ensembles. */
    public StudyRecord(StudyHead head, StudyStatus status, Instant created, Instant updated, List<TrialRecord> trials) {
        this(head, status, created, updated, trials, List.of());
    }

    /** The same study with another status. */
    public StudyRecord as(StudyStatus shown) {
        return new StudyRecord(head, shown, created, updated, trials, ensembles);
    }
}
