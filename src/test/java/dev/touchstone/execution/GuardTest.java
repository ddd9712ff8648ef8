package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.Lease;
import dev.touchstone.store.StoreException;
import dev.touchstone.store.StudyStore;
import dev.touchstone.training.Pulse;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class GuardTest {
    private static final Lease LEASE = new Lease(3, 1);
    private static final long LIMIT = 1_000L << 20;

    private final StudyStore store = mock();
    private final ArtefactStore artefacts = mock();
    private final AtomicLong resident = new AtomicLong();
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger ends = new AtomicInteger();
    private final HangWatch hangs = new HangWatch(now::get, Duration.ofSeconds(30));
    private final MemoryWatch memory = new MemoryWatch(new MemoryLimit(LIMIT), resident::get, now::get);
    private final Guard guard = new Guard(store, artefacts, memory, hangs, ends::incrementAndGet);

    private Failure recorded() {
        ArgumentCaptor<List<TrialEvent>> events = ArgumentCaptor.captor();
        verify(store).append(eq(LEASE), events.capture());
        assertThat(events.getValue()).singleElement().isInstanceOf(TrialEvent.Failed.class);
        return events.getValue().get(0).failure().orElseThrow();
    }

    @Test
    void trialBeyondTheMemoryLimit_failsAndEndsTheProcess() {
        guard.begin(LEASE);
        resident.set(LIMIT);
        guard.look();
        assertThat(ends).hasValue(0);

        resident.set(LIMIT + (1 << 20));
        guard.look();

        assertThat(recorded())
                .isEqualTo(new Failure(
                        FailureCause.MEMORY_LIMIT,
                        "the worker's resident memory passed its limit: 1001 MB of 1000 MB"));
        assertThat(ends).hasValue(1);
    }

    @Test
    void hangingTrial_failsWithTheStacksOfAllThreads() {
        ArgumentCaptor<byte[]> stacks = ArgumentCaptor.captor();
        when(artefacts.put(stacks.capture())).thenReturn("stacks");
        guard.begin(LEASE);
        for (int step = 0; step < 10; step++) {
            hangs.beat(Pulse.Work.STEP);
        }
        for (int second = 0; second < 40 && ends.get() == 0; second++) {
            now.addAndGet(1_000_000_000);
            guard.look();
        }

        Failure failure = recorded();
        assertThat(failure.cause()).isEqualTo(FailureCause.HANG);
        assertThat(failure.evidence()).isEqualTo("stacks");
        assertThat(new String(stacks.getValue(), StandardCharsets.UTF_8))
                .contains("hangingTrial_failsWithTheStacksOfAllThreads");
    }

    @Test
    void processIsEnded_evenWhenTheFailureCannotBeRecorded() {
        doThrow(new StoreException("disk full")).when(store).append(any(), any());
        guard.begin(LEASE);
        resident.set(LIMIT * 2);

        assertThatThrownBy(guard::look).isInstanceOf(StoreException.class);
        assertThat(ends).hasValue(1);
    }

    @Test
    void workerWithoutATrial_isNeverEnded() {
        guard.begin(LEASE);
        guard.end();
        resident.set(LIMIT * 2);
        now.addAndGet(Duration.ofHours(1).toNanos());

        guard.look();

        assertThat(ends).hasValue(0);
        verifyNoInteractions(store);
    }
}
