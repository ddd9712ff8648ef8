package dev.touchstone.store;

import dev.touchstone.base.Json;
import dev.touchstone.trial.TrialState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The row of one study; every method takes part in the transaction of the handle it is given. */
record StudyRow(String study) {

    void insert(Handle handle, StudyHead head) {
        handle.createUpdate("INSERT INTO study (name, status, head, last_trial, created_at, updated_at)"
                        + " VALUES (:study, :status, :head, 0, :now, :now)")
                .bind("study", study)
                .bind("status", StudyStatus.RUNNING)
                .bind("head", Json.write(head))
                .bind("now", now())
                .execute();
    }

    Optional<StudyHead> head(Handle handle) {
        return handle.createQuery("SELECT head FROM study WHERE name = :study")
                .bind("study", study)
                .mapTo(String.class)
                .findOne()
                .map(head -> Json.read(head, StudyHead.class));
    }

    StudyRecord read(Handle handle, List<TrialRecord> trials, List<KeptEnsemble> ensembles) {
        return handle.createQuery("SELECT status, head, created_at, updated_at FROM study WHERE name = :study")
                .bind("study", study)
                .map((row, context) -> new StudyRecord(
                        Json.read(row.getString("head"), StudyHead.class),
                        StudyStatus.valueOf(row.getString("status")),
                        Instant.parse(row.getString("created_at")),
                        Instant.parse(row.getString("updated_at")),
                        trials,
                        ensembles))
                .findOne()
                .orElseThrow(this::neverCreated);
    }

    StudySummary summary(Handle handle, Map<TrialState, Integer> counts) {
        return handle.createQuery("SELECT status, updated_at FROM study WHERE name = :study")
                .bind("study", study)
                .map((row, context) -> new StudySummary(
                        study,
                        StudyStatus.valueOf(row.getString("status")),
                        Instant.parse(row.getString("updated_at")),
                        counts))
                .findOne()
                .orElseThrow(this::neverCreated);
    }

    /** Counts up; the number is never given again. */
    int nextTrial(Handle handle) {
        return handle.createQuery("UPDATE study SET last_trial = last_trial + 1, updated_at = :now"
                        + " WHERE name = :study RETURNING last_trial")
                .bind("study", study)
                .bind("now", now())
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(this::neverCreated);
    }

    void setStatus(Handle handle, StudyStatus status) {
        handle.createUpdate("UPDATE study SET status = :status, updated_at = :now WHERE name = :study")
                .bind("study", study)
                .bind("status", status)
                .bind("now", now())
                .execute();
    }

    void setTrials(Handle handle, int trials) {
        handle.createUpdate("UPDATE study SET trials = :trials, updated_at = :now WHERE name = :study")
                .bind("study", study)
                .bind("trials", trials)
                .bind("now", now())
                .execute();
    }

    Optional<Integer> trials(Handle handle) {
        return handle.createQuery("SELECT trials FROM study WHERE name = :study AND trials IS NOT NULL")
                .bind("study", study)
                .mapTo(Integer.class)
                .findOne();
    }

    /** Keeps the time of the latest change. */
    void touch(Handle handle) {
        handle.createUpdate("UPDATE study SET updated_at = :now WHERE name = :study")
                .bind("study", study)
                .bind("now", now())
                .execute();
    }

    /** This moment as the database keeps it. */
    static String now() {
        return Instant.now().toString();
    }

    private IllegalStateException neverCreated() {
        return new IllegalStateException("study '" + study + "' was never created in this store");
    }
}
