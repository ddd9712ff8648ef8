package dev.touchstone.execution;

import dev.touchstone.store.HeldLease;
import dev.touchstone.store.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Knows for how long nothing was heard under each lease, by this process's own clock: the clocks of others may be wrong
 * or jump. When this process itself stood still, as on a machine that slept, that time counts for nobody.
 */
final class SilenceWatch {
    /** More than this share of the limit never counts between two looks. */
    private static final int LOOKS_IN_LIMIT = 10;

    private final LongSupplier nanoTime;
    private final Duration limit;
    private final Map<Lease, Heard> heard = new HashMap<>();
    private long lookedAt;

    private record Heard(Instant renewed, Duration silent) {}

    SilenceWatch(LongSupplier nanoTime, Duration limit) {
        this.nanoTime = nanoTime;
        this.limit = limit;
        this.lookedAt = nanoTime.getAsLong();
    }

    /**
     * Looks at all leases; to be called many times within the limit.
     *
     * @return those that were silent for longer than the limit
     */
    List<HeldLease> silent(List<HeldLease> leases) {
        long now = nanoTime.getAsLong();
        Duration since = Duration.ofNanos(Math.min(now - lookedAt, limit.toNanos() / LOOKS_IN_LIMIT));
        lookedAt = now;
        heard.keySet().retainAll(leases.stream().map(HeldLease::lease).toList());
        leases.forEach(lease -> heard.merge(
                lease.lease(),
                new Heard(lease.renewed(), Duration.ZERO),
                (before, present) -> before.renewed().equals(present.renewed())
                        ? new Heard(before.renewed(), before.silent().plus(since))
                        : present));
        return leases.stream().filter(this::isSilent).toList();
    }

    private boolean isSilent(HeldLease lease) {
        Heard last = heard.get(lease.lease());
        return last != null && last.silent().compareTo(limit) > 0;
    }
}
