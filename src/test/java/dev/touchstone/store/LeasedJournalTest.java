package dev.touchstone.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import dev.touchstone.base.UserError;
import dev.touchstone.training.TrainingLook;
import dev.touchstone.trial.JournalFailed;
import dev.touchstone.trial.TrialEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeasedJournalTest {
    private static final Lease LEASE = new Lease(3, 2);

    private final StudyStore store = mock();
    private final AtomicLong now = new AtomicLong();
    private final LeasedJournal journal = new LeasedJournal(store, LEASE, now::get);

    private static TrialEvent.LossesRecorded losses(int iteration) {
        return new TrialEvent.LossesRecorded(List.of(iteration), List.of(1.0 / iteration));
    }

    private static TrialEvent.EpochEnded epoch(int epoch) {
        return StudyStoreContract.epoch(epoch);
    }

    private void append(TrialEvent... events) {
        for (TrialEvent event : events) {
            journal.append(3, event);
        }
    }

    @Test
    void validationValues_areWrittenAtOnceAndLossesWait() {
        append(losses(1), epoch(1), losses(2), epoch(2));

        verify(store).append(LEASE, List.of(epoch(1)));
        verify(store).append(LEASE, List.of(epoch(2)));
        verifyNoMoreInteractions(store);
    }

    @Test
    void lossesThatWaitedASecond_areWrittenTogetherWithTheNextEpoch() {
        append(losses(1), epoch(1));
        now.set(LeasedJournal.BATCH.toNanos());
        append(losses(2), epoch(2), epoch(3));

        verify(store).append(LEASE, List.of(epoch(1)));
        verify(store).append(LEASE, List.of(new TrialEvent.LossesRecorded(List.of(1, 2), List.of(1.0, 0.5)), epoch(2)));
        verify(store).append(LEASE, List.of(epoch(3)));
        verifyNoMoreInteractions(store);
    }

    @Test
    void checkpoint_neverComesBeforeItsLosses() {
        TrialEvent checkpoint = new TrialEvent.Checkpointed(1, 1, "ab");

        append(losses(1), checkpoint);

        verify(store).append(LEASE, List.of(losses(1), checkpoint));
    }

    @Test
    void looks_waitWithTheLossesAndAreNotLostToACheckpoint() {
        TrialEvent look = new TrialEvent.Looked(new TrainingLook(40, 0.1, 0.3, 0, 1, 0.2, 0.5, 0, List.of(), null));
        TrialEvent checkpoint = new TrialEvent.Checkpointed(40, 1, "ab");

        append(look, losses(1), epoch(1), checkpoint);

        verify(store).append(LEASE, List.of(epoch(1)));
        verify(store).append(LEASE, List.of(look, losses(1), checkpoint));
        verifyNoMoreInteractions(store);
    }

    @Test
    void eventOfAnotherTrial_isRefused() {
        assertThatThrownBy(() -> journal.append(4, epoch(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void databaseThatTheUserMustFree_isNoFaultOfTheTrial() {
        doThrow(new UserError("locked by another program")).when(store).append(any(), any());

        assertThatThrownBy(() -> append(epoch(1)))
                .isInstanceOf(JournalFailed.class)
                .hasMessage("locked by another program");
    }
}
