package dev.touchstone.store;

import dev.touchstone.trial.LeaseLost;
import dev.touchstone.trial.TrialState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The leases of one study's trials; every method takes part in the transaction of the handle it is given. */
record LeaseRows(String study) {
    private static final String HELD =
            " WHERE study = :study AND number = :number AND token = :token AND state = :running";

    boolean isAnyWaiting(Handle handle) {
        return handle.createQuery(
                        "SELECT 1 FROM trial WHERE study = :study AND state IN (:queued, :interrupted) LIMIT 1")
                .bind("study", study)
                .bind("queued", TrialState.QUEUED)
                .bind("interrupted", TrialState.INTERRUPTED)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Gives out the waiting trial of the lowest number. */
    Optional<Lease> grant(Handle handle, String worker) {
        return handle.createQuery("UPDATE trial SET state = :running, token = token + 1, worker = :worker,"
                        + " renewed_at = :now WHERE study = :study AND number = (SELECT MIN(number) FROM trial"
                        + " WHERE study = :study AND state IN (:queued, :interrupted))"
                        + " RETURNING number, token")
                .bind("study", study)
                .bind("worker", worker)
                .bind("now", StudyRow.now())
                .bind("running", TrialState.RUNNING)
                .bind("queued", TrialState.QUEUED)
                .bind("interrupted", TrialState.INTERRUPTED)
                .map((row, context) -> new Lease(row.getInt("number"), row.getLong("token")))
                .findOne();
    }

    /** @throws LeaseLost when the trial runs under another lease, or not at all */
    void requireHeld(Handle handle, Lease lease) {
        if (!isHeld(handle, lease)) {
            throw new LeaseLost(lease.trial());
        }
    }

    boolean isHeld(Handle handle, Lease lease) {
        return handle.createQuery("SELECT 1 FROM trial" + HELD)
                .bind("study", study)
                .bind("number", lease.trial())
                .bind("token", lease.token())
                .bind("running", TrialState.RUNNING)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    void renew(Handle handle, Lease lease) {
        int renewed = handle.createUpdate("UPDATE trial SET renewed_at = :now" + HELD)
                .bind("study", study)
                .bind("number", lease.trial())
                .bind("token", lease.token())
                .bind("running", TrialState.RUNNING)
                .bind("now", StudyRow.now())
                .execute();
        if (renewed == 0) {
            throw new LeaseLost(lease.trial());
        }
    }

    List<HeldLease> held(Handle handle) {
        return handle.createQuery("SELECT number, token, worker, renewed_at FROM trial"
                        + " WHERE study = :study AND state = :running ORDER BY number")
                .bind("study", study)
                .bind("running", TrialState.RUNNING)
                .map((row, context) -> new HeldLease(
                        new Lease(row.getInt("number"), row.getLong("token")),
                        row.getString("worker"),
                        Instant.parse(row.getString("renewed_at"))))
                .list();
    }
}
