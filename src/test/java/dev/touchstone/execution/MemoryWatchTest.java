package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryWatchTest {
    private static final long LIMIT = 1_000L << 20;

    private final AtomicLong resident = new AtomicLong();
    private final AtomicLong now = new AtomicLong();
    private final MemoryWatch watch = new MemoryWatch(new MemoryLimit(LIMIT), resident::get, now::get);

    @Test
    void threeQuartersOfTheLimit_areNear() {
        resident.set(LIMIT * 3 / 4);
        watch.look();
        assertThat(watch.isNearLimit()).isFalse();

        resident.set(LIMIT * 3 / 4 + 1);
        assertThat(watch.look()).isEmpty();
        assertThat(watch.isNearLimit()).isTrue();
    }

    @Test
    void moreThanTheLimit_isTold() {
        resident.set(LIMIT + (1 << 20));

        assertThat(watch.look()).contains("the worker's resident memory passed its limit: 1001 MB of 1000 MB");
    }

    @Test
    void trialIsHandedOn_onlyWhenItsProcessHasWorkedForAWhile() {
        resident.set(LIMIT - 1);
        watch.look();
        now.set(MemoryWatch.RECYCLED_EVERY.toNanos());
        assertThat(watch.isRecyclingDue()).isFalse();

        now.incrementAndGet();
        assertThat(watch.isRecyclingDue()).isTrue();

        resident.set(0);
        watch.look();
        assertThat(watch.isRecyclingDue()).isFalse();
    }
}
