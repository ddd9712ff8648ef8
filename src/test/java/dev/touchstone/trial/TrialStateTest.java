package dev.touchstone.trial;

import static dev.touchstone.trial.TrialState.COMPLETE;
import static dev.touchstone.trial.TrialState.FAILED;
import static dev.touchstone.trial.TrialState.GATED;
import static dev.touchstone.trial.TrialState.INTERRUPTED;
import static dev.touchstone.trial.TrialState.PRUNED;
import static dev.touchstone.trial.TrialState.QUEUED;
import static dev.touchstone.trial.TrialState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrialStateTest {
    private static final Map<TrialState, Set<TrialState>> STEPS = Map.of(
            QUEUED, Set.of(RUNNING),
            RUNNING, Set.of(COMPLETE, PRUNED, GATED, FAILED, INTERRUPTED),
            INTERRUPTED, Set.of(RUNNING));

    @ParameterizedTest
    @EnumSource
    void trial_takesTheStepsOfItsLifecycleAndNoOthers(TrialState from) {
        for (TrialState to : TrialState.values()) {
            assertThat(from.mayBecome(to))
                    .as(from + " to " + to)
                    .isEqualTo(STEPS.getOrDefault(from, Set.of()).contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void finalState_isOneThatNothingFollows(TrialState state) {
        assertThat(state.isFinal()).isEqualTo(!STEPS.containsKey(state));
    }
}
