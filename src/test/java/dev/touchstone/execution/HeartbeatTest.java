package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.touchstone.base.UserError;
import dev.touchstone.store.Lease;
import dev.touchstone.store.StudyStore;
import dev.touchstone.trial.LeaseLost;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private static final Lease LEASE = new Lease(3, 1);
    private static final Lease NEXT = new Lease(3, 2);
    private static final int LONG = 20_000;

    private final StudyStore store = mock();
    private final Heartbeat heartbeat = new Heartbeat(store, Duration.ofMillis(1));

    @AfterEach
    void close() {
        heartbeat.close();
    }

    @Test
    void leaseIsRenewed_whileItsTrialIsCarried() {
        heartbeat.begin(LEASE);

        verify(store, timeout(LONG).atLeast(3)).renew(LEASE);
        assertThat(heartbeat.lost()).isFalse();
    }

    @Test
    void workerWithoutATrial_renewsNothing() throws InterruptedException {
        Thread.sleep(20);

        verifyNoInteractions(store);
    }

    @Test
    void storeThatCannotBeUsedForAWhile_isAskedAgain() {
        doThrow(new UserError("locked")).doNothing().when(store).renew(LEASE);
        heartbeat.begin(LEASE);

        verify(store, timeout(LONG).atLeast(3)).renew(LEASE);
        assertThat(heartbeat.lost()).isFalse();
    }

    @Test
    void lostLease_isTold() throws InterruptedException {
        doThrow(new LeaseLost(3)).when(store).renew(LEASE);
        heartbeat.begin(LEASE);
        while (!heartbeat.lost()) {
            Thread.sleep(1);
        }

        heartbeat.end();
        heartbeat.begin(NEXT);

        verify(store, timeout(LONG).atLeast(2)).renew(NEXT);
        assertThat(heartbeat.lost()).isFalse();
    }

    @Test
    void leaseThatIsLostWhenTheNextTrialHasBegun_isNotTheNextOnes() {
        doAnswer(renewal -> {
                    heartbeat.begin(NEXT);
                    throw new LeaseLost(3);
                })
                .when(store)
                .renew(LEASE);
        heartbeat.begin(LEASE);

        verify(store, timeout(LONG).atLeast(2)).renew(NEXT);
        assertThat(heartbeat.lost()).isFalse();
    }
}
