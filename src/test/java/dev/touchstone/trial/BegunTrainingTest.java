package dev.touchstone.trial;

import static dev.touchstone.trial.TrialPipelineTest.TOO_HIGH;
import static dev.touchstone.trial.TrialPipelineTest.range;
import static dev.touchstone.trial.TrialPipelineTest.rate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.gate.GateCache;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Policy;
import dev.touchstone.gate.Verdict;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Pulse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BegunTrainingTest {
    private static final int TRIAL = 1;
    private static final Seed SEED = new Seed(17);

    /** Whose loss is lost within a few steps. */
    private static final double ABSURD = 1e30;

    /** Of the training of two epochs, which has 24. */
    private static final int STEPS_BEFORE_THE_FAILURE = 5;

    private static List<TrialEvent> events(TrialTask task, Assignment proposed) {
        List<TrialEvent> events = new ArrayList<>();
        new TrialPipeline(task, (trial, event) -> events.add(event), new MemoryArtefacts(), GateCache.NONE, () -> false)
                .run(TRIAL, proposed, SEED);
        return events;
    }

    /** All that is told of a training but what the clock says. */
    private static List<Object> told(List<TrialEvent> events) {
        List<Object> told = new ArrayList<>();
        for (TrialEvent event : events) {
            if (event instanceof TrialEvent.EpochEnded epoch) {
                told.add(List.of(epoch.epoch(), epoch.iteration(), epoch.trainLoss(), epoch.value()));
            } else if (event instanceof TrialEvent.Completed completed) {
                told.add(List.of(completed.checkpoint(), completed.predictions(), completed.values()));
            } else if (event instanceof TrialEvent.LossesRecorded
                    || event instanceof TrialEvent.Looked
                    || event instanceof TrialEvent.FindingMade
                    || event instanceof TrialEvent.EffectiveChosen) {
                told.add(event);
            } else if (event instanceof TrialEvent.Failed failed) {
                told.add(failed.reason());
            }
        }
        return told;
    }

    private static GateResult result(List<TrialEvent> events) {
        return events.stream()
                .filter(TrialEvent.GateJudged.class::isInstance)
                .map(event -> ((TrialEvent.GateJudged) event).result())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.1, TOO_HIGH, ABSURD})
    void trainingThatGatesHaveSeenBegin_endsBitForBitAsOneThatTheyHaveNot(double rate) {
        List<TrialEvent> watched = events(range(Policy.ADVISE), rate(rate));

        assertThat(result(watched).trainingSeconds()).isPositive();
        assertThat(told(watched)).isEqualTo(told(events(range(Policy.OFF), rate(rate))));
    }

    @Test
    void secondsOfATrainingThatGoesOn_arePartOfItsGates() {
        GateResult result = result(events(range(Policy.ADVISE), rate(0.1)));

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.secondsBesideTraining()).isPositive().isLessThan(result.seconds());
    }

    @Test
    void rateThatTheGatesHaveMoved_isTrainedAnewFromTheFirstIteration() {
        List<TrialEvent> moved = events(range(Policy.CLAMP), rate(TOO_HIGH));
        Assignment effective = moved.stream()
                .filter(TrialEvent.EffectiveChosen.class::isInstance)
                .map(event -> ((TrialEvent.EffectiveChosen) event).effective())
                .findFirst()
                .orElseThrow();

        assertThat(effective).isNotEqualTo(rate(TOO_HIGH));
        assertThat(told(moved)).isEqualTo(told(events(range(Policy.OFF), effective)));
    }

    @Test
    void trainingWhoseStepFailedInAGate_isTrainedAnew() {
        FailingOnce failing = new FailingOnce();

        List<TrialEvent> events = events(range(Policy.ADVISE).watchedBy(failing), rate(0.1));

        assertThat(failing.hasFailed).isTrue();
        assertThat(result(events).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(told(events)).isEqualTo(told(events(range(Policy.OFF), rate(0.1))));
    }

    private static final class FailingOnce implements Pulse {
        private int steps;
        private boolean hasFailed;

        @Override
        public void beat(Work done) {
            if (done == Work.STEP && ++steps == STEPS_BEFORE_THE_FAILURE) {
                hasFailed = true;
                throw new IllegalStateException("out of order");
            }
        }
    }
}
