package dev.touchstone.store;

import dev.touchstone.base.UserError;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.ensemble.Ensemble;
import dev.touchstone.space.Assignment;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A study in a SQLite database, by default the {@code study.db} of its folder. */
public final class SqliteStudyStore implements StudyStore {
    private final SqliteDatabase database;
    private final StudyRow row;
    private final TrialRows trials;
    private final LeaseRows leases;
    private final EnsembleRows ensembles;
    private final MeasureRows measures;

    private SqliteStudyStore(SqliteDatabase database, String study) {
        this.database = database;
        this.row = new StudyRow(study);
        this.trials = new TrialRows(study);
        this.leases = new LeaseRows(study);
        this.ensembles = new EnsembleRows(study);
        this.measures = new MeasureRows(study);
    }

    /**
     * Opens the store of a study that may be new; a missing database is created.
     *
     * @throws UserError when the database holds another study, or was written by a newer Touchstone
     * @throws StoreException when the file is no database of Touchstone's or cannot be used
     */
    public static SqliteStudyStore open(Path database, String study) {
        SqliteDatabase opened = SqliteDatabase.open(database);
        List<String> held = studies(opened);
        if (!held.isEmpty() && !held.contains(study)) {
            opened.close();
            throw new UserError(
                    "%s holds the study '%s', not '%s'".formatted(database, String.join("', '", held), study));
        }
        return new SqliteStudyStore(opened, study);
    }

    /**
     * Opens the store of a study that was created before.
     *
     * @throws UserError when there is no such study, or its database was written by a newer Touchstone
     * @throws StoreException when the file is no database of Touchstone's or cannot be used
     */
    public static SqliteStudyStore openExisting(Path database, String study) {
        if (!Files.exists(database)) {
            throw new UserError("there is no study '%s': %s is missing".formatted(study, database));
        }
        SqliteStudyStore store = open(database, study);
        if (!studies(store.database).contains(study)) {
            store.close();
            throw new UserError("there is no study '%s': %s is empty".formatted(study, database));
        }
        return store;
    }

    private static List<String> studies(SqliteDatabase database) {
        return database.read(handle -> handle.createQuery("SELECT name FROM study ORDER BY name")
                .mapTo(String.class)
                .list());
    }

    @Override
    public void create(StudyHead head) {
        if (!head.study().equals(row.study())) {
            throw new IllegalArgumentException(
                    "this is the store of '%s', not of '%s'".formatted(row.study(), head.study()));
        }
        database.write(handle -> {
            if (row.head(handle).isPresent()) {
                throw new IllegalStateException("study '" + row.study() + "' was created before");
            }
            row.insert(handle, head);
        });
    }

    @Override
    public Optional<StudyHead> head() {
        return database.read(row::head);
    }

    @Override
    public void setStatus(StudyStatus status) {
        database.write(handle -> row.setStatus(handle, status));
    }

    @Override
    public void setTrials(int trials) {
        database.write(handle -> row.setTrials(handle, trials));
    }

    @Override
    public Optional<Integer> trials() {
        return database.read(row::trials);
    }

    @Override
    public int enqueue(Assignment proposed, double[] point, long seed) {
        return database.writeAndGet(handle -> {
            int number = row.nextTrial(handle);
            trials.insert(handle, number, proposed, point, seed);
            return number;
        });
    }

    @Override
    public Optional<ClaimedTrial> claim(String worker) {
        if (!database.read(leases::isAnyWaiting)) {
            return Optional.empty(); // whoever asks in vain takes no lock
        }
        return grant(worker).map(lease -> {
            TrialQuery trial = TrialQuery.one(row.study(), lease.trial());
            return database.read(trial::histories).get(0).claimed(lease);
        });
    }

    private Optional<Lease> grant(String worker) {
        return database.writeAndGet(handle -> {
            Optional<Lease> granted = leases.grant(handle, worker);
            granted.ifPresent(lease -> row.touch(handle));
            return granted;
        });
    }

    @Override
    public void append(Lease lease, List<TrialEvent> events) {
        database.write(handle -> {
            leases.requireHeld(handle, lease);
            events.forEach(event -> trials.append(handle, lease.trial(), event));
            row.touch(handle);
        });
    }

    @Override
    public void renew(Lease lease) {
        database.write(handle -> leases.renew(handle, lease));
    }

    @Override
    public boolean revoke(Lease lease, TrialEvent end) {
        return database.writeAndGet(handle -> {
            if (!leases.isHeld(handle, lease)) {
                return false;
            }
            trials.append(handle, lease.trial(), end);
            row.touch(handle);
            return true;
        });
    }

    @Override
    public List<HeldLease> leases() {
        return database.read(leases::held);
    }

    @Override
    public List<Integer> pending() {
        return database.read(trials::pending);
    }

    @Override
    public void note(int trial, String text) {
        database.write(handle -> {
            trials.note(handle, trial, text);
            row.touch(handle);
        });
    }

    @Override
    public void keepTested(int trial, List<Tested> tested) {
        database.write(handle -> {
            tested.forEach(each -> trials.append(handle, trial, new TrialEvent.Experimented(each)));
            row.touch(handle);
        });
    }

    @Override
    public Map<TrialState, Integer> counts() {
        return database.read(trials::counts);
    }

    @Override
    public StudySummary summary() {
        return database.read(handle -> row.summary(handle, trials.counts(handle)));
    }

    @Override
    public int keep(Ensemble ensemble) {
        return database.writeAndGet(handle -> {
            int number = ensembles.insert(handle, ensemble);
            row.touch(handle);
            return number;
        });
    }

    @Override
    public List<KeptEnsemble> ensembles() {
        return database.read(ensembles::all);
    }

    @Override
    public StudyRecord read() {
        return database.read(
                handle -> row.read(handle, TrialQuery.all(row.study()).read(handle), ensembles.all(handle)));
    }

    @Override
    public Optional<TrialRecord> trial(int number) {
        return database.read(handle -> TrialQuery.one(row.study(), number).read(handle)).stream()
                .findFirst();
    }

    @Override
    public Optional<String> measured(String key) {
        return database.read(handle -> measures.find(handle, key));
    }

    @Override
    public void keepMeasured(String key, String json) {
        database.write(handle -> measures.insert(handle, key, json));
    }

    @Override
    public void close() {
        database.close();
    }
}
