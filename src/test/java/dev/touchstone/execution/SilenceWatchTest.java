package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.store.HeldLease;
import dev.touchstone.store.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HeldLease FIRST = held(1, 1, 0);
    private static final HeldLease SECOND = held(2, 1, 0);

    private final AtomicLong now = new AtomicLong();
    private final SilenceWatch watch = new SilenceWatch(now::get, LIMIT);

    private static HeldLease held(int trial, long token, long renewed) {
        return new HeldLease(new Lease(trial, token), "w" + trial, Instant.ofEpochSecond(renewed));
    }

    /** Looks once a second. */
    private List<HeldLease> after(int seconds, HeldLease... leases) {
        List<HeldLease> silent = List.of();
        for (int second = 0; second < seconds; second++) {
            now.addAndGet(1_000_000_000);
            silent = watch.silent(List.of(leases));
        }
        return silent;
    }

    @Test
    void leaseThatIsNotRenewed_isSilentAfterTheLimitAndNotBefore() {
        assertThat(after(1 + 30, FIRST, SECOND)).isEmpty();
        assertThat(after(1, FIRST, SECOND)).containsExactly(FIRST, SECOND);
    }

    @Test
    void renewal_beginsTheSilenceAnew() {
        after(25, FIRST, SECOND);
        HeldLease renewed = held(1, 1, 25);

        assertThat(after(20, renewed, SECOND)).containsExactly(SECOND);
    }

    @Test
    void timesThatRunBackwards_areSignsOfLifeToo() {
        after(25, held(1, 1, 1_000));

        assertThat(after(20, held(1, 1, -1_000))).isEmpty();
    }

    @Test
    void newLeaseOfTheSameTrial_isHeardFromItsOwnBeginning() {
        after(25, FIRST);

        assertThat(after(20, held(1, 2, 0))).isEmpty();
    }

    @Test
    void timeInWhichNobodyLooked_countsLittle() {
        after(2, FIRST);
        now.addAndGet(Duration.ofHours(8).toNanos()); // the machine slept

        assertThat(watch.silent(List.of(FIRST))).isEmpty();
        assertThat(after(25, FIRST)).isEmpty();
        assertThat(after(5, FIRST)).containsExactly(FIRST);
    }
}
