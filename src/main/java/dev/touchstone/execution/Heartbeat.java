package dev.touchstone.execution;

import dev.touchstone.store.Lease;
import dev.touchstone.store.StudyStore;
import dev.touchstone.trial.LeaseLost;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Renews the lease of the trial that is carried, on a thread of its own: an epoch may take hours, and only a process that
 * is silent as a whole loses its trial.
 */
final class Heartbeat implements AutoCloseable {
    private final StudyStore store;
    private final Ticker ticker;
    private volatile @Nullable Lease lease;
    private volatile @Nullable Lease lost;

    Heartbeat(StudyStore store, Duration period) {
        this.store = store;
        this.ticker = Ticker.start(this::renew, period);
    }

    void begin(Lease held) {
        lease = held;
    }

    void end() {
        lease = null;
    }

    /** Whether the trial that is carried was given to another. */
    boolean lost() {
        Lease held = lease;
        return held != null && held.equals(lost);
    }

    private void renew() {
        Lease held = lease;
        if (held == null) {
            return;
        }
        try {
            store.renew(held);
        } catch (LeaseLost e) {
            lost = held; // not a mere flag: by now the next trial may have begun, whose lease this is not
        } catch (RuntimeException e) {
            // Whoever misses the beat decides; the next one may be heard.
        }
    }

    @Override
    public void close() {
        ticker.close();
    }
}
