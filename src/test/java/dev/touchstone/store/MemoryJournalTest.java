package dev.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.space.Assignment;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryJournalTest {
    private final TrialRecord origin = TrialHistory.of(
                    7, TrialState.QUEUED, new Assignment(Map.of("width", 8)), 42, List.of(), List.of())
            .fold();
    private final MemoryJournal journal = new MemoryJournal(origin);

    @Test
    void events_makeTheTrialOfTheOriginsNumberAssignmentAndSeed() {
        journal.append(7, new TrialEvent.Started(Map.of("jvm", "17")));
        journal.append(7, new TrialEvent.LossesRecorded(List.of(1, 2), List.of(0.7, 0.6)));
        journal.append(7, new TrialEvent.Failed(new Failure(FailureCause.EXCEPTION, "it broke")));

        TrialRecord trial = journal.trial();
        assertThat(trial.number()).isEqualTo(7);
        assertThat(trial.proposed()).isEqualTo(origin.proposed());
        assertThat(trial.seed()).isEqualTo(42);
        assertThat(trial.losses()).containsExactly(0.7, 0.6);
        assertThat(trial.state()).isEqualTo(TrialState.FAILED);
        assertThat(trial.reason()).isEqualTo("it broke");
    }

    @Test
    void eventThatTheLifecycleHasNot_isRefused() {
        journal.append(7, new TrialEvent.Failed(new Failure(FailureCause.EXCEPTION, "it broke")));

        assertThatThrownBy(() -> journal.append(7, new TrialEvent.Failed(new Failure(FailureCause.EXCEPTION, "again"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trial 7 is failed");
    }

    @Test
    void eventOfAnotherTrial_isRefused() {
        assertThatThrownBy(
                        () -> journal.append(8, new TrialEvent.Failed(new Failure(FailureCause.EXCEPTION, "it broke"))))
                .isInstanceOf(IllegalStateException.class);
    }
}
