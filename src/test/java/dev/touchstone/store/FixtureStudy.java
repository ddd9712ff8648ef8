package dev.touchstone.store;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Writes the study that {@link ReleasedSchemaTest} looks for into a new database of this program's schema version. Its
 * main is run once, when a schema version is released; what it wrote is then never written again.
 */
final class FixtureStudy {
    private FixtureStudy() {}

    /** @param arguments the file to write, {@code …/schema-version-N.db} */
    public static void main(String[] arguments) throws SQLException {
        Path file = Path.of(arguments[0]);
        try (StudyStore store = SqliteStudyStore.open(file, StudyStoreContract.STUDY)) {
            store.create(StudyStoreContract.HEAD);
            fill(store);
        }
        try (Connection connection = DriverManager.getConnection(SqliteDatabase.url(file));
                Statement sql = connection.createStatement()) {
            sql.execute("VACUUM");
            sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private static void fill(StudyStore store) {
        complete(store);
        carry(store, StudyStoreContract.end(TrialState.GATED));
        carry(store, losses(1, Double.NaN), StudyStoreContract.end(TrialState.FAILED));
        Lease interrupted = carryToACheckpoint(store);
        Lease resumed = carryToACheckpoint(store);
        store.append(resumed, List.of(StudyStoreContract.end(TrialState.INTERRUPTED)));
        resume(store, resumed.trial());
        carry(store, losses(1, 2.5));
        enqueue(store);
        store.append(interrupted, List.of(losses(3, 1.5), StudyStoreContract.end(TrialState.INTERRUPTED)));
        store.note(1, "look at this");
        store.note(1, "'); DROP TABLE note; -- ✓");
        store.note(3, "never again");
        store.keep(StudyStoreContract.ensemble(1));
        store.setStatus(StudyStatus.INTERRUPTED);
    }

    private static void complete(StudyStore store) {
        carry(
                store,
                new TrialEvent.GateJudged(new GateResult(
                        "learning-rate-range",
                        Verdict.WARN,
                        "the rate was moved",
                        "learning-rate",
                        0.5,
                        Map.of("losses", List.of(2.5, Double.NaN, Double.POSITIVE_INFINITY)))),
                new TrialEvent.EffectiveChosen(StudyStoreContract.PROPOSED.with("learning-rate", 0.4), 4810),
                losses(1, 2.5),
                StudyStoreContract.epoch(1),
                losses(2, 0.25),
                StudyStoreContract.epoch(2),
                new TrialEvent.FindingMade(
                        new Finding("odd", Severity.INFO, "cause", true, Map.of("loss", 0.25), "remedy")),
                StudyStoreContract.completed(0.975));
    }

    private static Lease carryToACheckpoint(StudyStore store) {
        return carry(
                store,
                new TrialEvent.EffectiveChosen(StudyStoreContract.PROPOSED, 4810),
                losses(1, 2.5),
                new TrialEvent.Checkpointed(1, 0, "first"),
                losses(2, 2.0),
                StudyStoreContract.epoch(1),
                new TrialEvent.Checkpointed(2, 1, "second"));
    }

    private static void resume(StudyStore store, int trial) {
        Lease lease = claim(store);
        if (lease.trial() != trial) {
            throw new IllegalStateException("another trial waits to go on");
        }
        store.append(
                lease,
                List.of(
                        new TrialEvent.Resumed(Map.of("jvm", "25"), 2),
                        losses(3, 1.5),
                        StudyStoreContract.end(TrialState.COMPLETE)));
    }

    private static Lease carry(StudyStore store, TrialEvent... events) {
        enqueue(store);
        Lease lease = claim(store);
        store.append(lease, List.of(new TrialEvent.Started(Map.of("jvm", "17"))));
        store.append(lease, List.of(events));
        return lease;
    }

    private static Lease claim(StudyStore store) {
        return store.claim("a worker").orElseThrow().lease();
    }

    private static void enqueue(StudyStore store) {
        store.enqueue(StudyStoreContract.PROPOSED, StudyStoreContract.POINT, 42);
    }

    private static TrialEvent losses(int iteration, double loss) {
        return new TrialEvent.LossesRecorded(List.of(iteration), List.of(loss));
    }
}
