package dev.touchstone.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndingTest {
    @Test
    void gatedTrial_namesGateReasonAndTheProposedValueAtFault() {
        TrialRecord gated = trial(TrialState.GATED);
        Ending ending = Ending.of(List.of(gated)).get(0);
        assertThat(ending.where()).isEqualTo("overfit-tiny-batch gate");
        assertThat(ending.reason()).isEqualTo(gated.reason());
        assertThat(ending.cause()).isEqualTo("width = " + gated.proposed().value("width"));
    }

    @Test
    void trialThatSeveralGatesRejected_countsForTheOneThatEndedIt() {
        TrialRecord gated = trial(TrialState.GATED);
        gated.gates().add(0, new GateResult("initialisation", Verdict.REJECT, "advice only", null, 0.1, Map.of()));
        assertThat(Ending.of(List.of(gated)).get(0).where()).isEqualTo("overfit-tiny-batch gate");
    }

    @Test
    void failedTrial_saysHowFarItCame() {
        TrialRecord failed = trial(TrialState.FAILED);
        assertThat(Ending.of(List.of(failed)).get(0).where())
                .isEqualTo("after " + failed.epochs().size() + " epochs");
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETE", "QUEUED", "RUNNING"})
    void trialThatIsCompleteOrNotOver_isNotListed(TrialState state) {
        assertThat(Ending.of(List.of(trial(state)))).isEmpty();
    }

    private static TrialRecord trial(TrialState state) {
        return new SampleTrial(1, new SplittableRandom(5)).in(state);
    }
}
