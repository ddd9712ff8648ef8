package dev.touchstone.store;

import dev.touchstone.base.UserError;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The journal of a trial under a lease. Losses and looks wait for up to a second and are written together, for nobody
 * decides by them and a transaction for each short epoch would cost more than the epoch; everything else is written at
 * once, after what waits where their order matters.
 */
public final class LeasedJournal implements TrialJournal {
    /** What a killed process may lose of its curve; a checkpoint never misses losses from before it. */
    static final Duration BATCH = Duration.ofSeconds(1);

    private final StudyStore store;
    private final Lease lease;
    private final LongSupplier nanoTime;
    private final List<TrialEvent.LossesRecorded> losses = new ArrayList<>();
    private final List<TrialEvent.Looked> looks = new ArrayList<>();
    private long since;

    public LeasedJournal(StudyStore store, Lease lease) {
        this(store, lease, System::nanoTime);
    }

    LeasedJournal(StudyStore store, Lease lease, LongSupplier nanoTime) {
        this.store = store;
        this.lease = lease;
        this.nanoTime = nanoTime;
    }

    @Override
    public void append(int trial, TrialEvent event) {
        if (trial != lease.trial()) {
            throw new IllegalArgumentException("a lease of trial " + lease.trial() + ", not of " + trial);
        }
        if (event instanceof TrialEvent.LossesRecorded recorded) {
            startWaiting();
            losses.add(recorded);
        } else if (event instanceof TrialEvent.Looked looked) {
            startWaiting();
            looks.add(looked);
        } else if (event instanceof TrialEvent.EpochEnded && !isDue()) {
            write(List.of(event));
        } else {
            flush(event);
        }
    }

    private void startWaiting() {
        if (isEmpty()) {
            since = nanoTime.getAsLong();
        }
    }

    private boolean isEmpty() {
        return losses.isEmpty() && looks.isEmpty();
    }

    private boolean isDue() {
        return !isEmpty() && nanoTime.getAsLong() - since >= BATCH.toNanos();
    }

    private void flush(TrialEvent event) {
        List<TrialEvent> events = new ArrayList<>(looks);
        looks.clear();
        if (!losses.isEmpty()) {
            events.add(together());
            losses.clear();
        }
        events.add(event);
        write(events);
    }

    /** A database that the user must set free is no mistake of the trial that waits for it. */
    private void write(List<TrialEvent> events) {
        try {
            store.append(lease, events);
        } catch (UserError e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
    }

    private TrialEvent together() {
        return new TrialEvent.LossesRecorded(
                losses.stream().flatMap(each -> each.iterations().stream()).toList(),
                losses.stream().flatMap(each -> each.losses().stream()).toList());
    }
}
