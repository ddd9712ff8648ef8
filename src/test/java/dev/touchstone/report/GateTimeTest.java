package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.metric.Interval;
import dev.touchstone.report.html.SampleStudy;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.StudyStatus;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GateTimeTest {
    private static final int EPOCHS = 10;
    private static final double SECONDS_IN_GATES = 0.25;
    private static final double SECONDS_OF_TRAINING = 0.1;
    private static final int TRAIN_ROWS = SampleStudy.head("digits").data().train();

    /** An iteration takes a millisecond and a nanosecond for each parameter and row. */
    private static double secondsAnIteration(long parameters, int batchSize) {
        return 1e-3 + 1e-9 * parameters * batchSize;
    }

    private static double fullTraining(long parameters, int batchSize) {
        return EPOCHS * Math.ceil((double) TRAIN_ROWS / batchSize) * secondsAnIteration(parameters, batchSize);
    }

    private static TrialRecord trial(TrialState state, long parameters, int batchSize) {
        boolean complete = state == TrialState.COMPLETE;
        int iterations = EPOCHS * 100;
        TrialEvent.EpochEnded last = new TrialEvent.EpochEnded(
                EPOCHS, iterations, 0.1, 1, 1, 1, iterations * secondsAnIteration(parameters, batchSize), null, null);
        Assignment proposed = new Assignment(Map.of("batch-size", batchSize));
        GateResult build = new GateResult(
                "build",
                Verdict.PASS,
                "",
                null,
                SECONDS_IN_GATES,
                Map.of("parameters", parameters, "training-seconds", SECONDS_OF_TRAINING));
        return new TrialRecord(
                1,
                state,
                null,
                proposed,
                complete ? proposed : null,
                1,
                complete ? parameters : 0,
                Map.of(),
                List.of(build),
                complete ? Stream.generate(() -> last).limit(EPOCHS).toList() : List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                complete
                        ? new TrialEvent.Completed(
                                1,
                                iterations,
                                1,
                                Map.of("accuracy", 0.5),
                                Map.of("accuracy", new Interval(0.4, 0.6)),
                                "",
                                "",
                                "",
                                null)
                        : null,
                List.of(),
                List.of(),
                null,
                null);
    }

    private static GateTime of(TrialRecord... trials) {
        return GateTime.of(
                SampleStudy.model("digits", StudyStatus.FINISHED, List.of(trials), new TestSplitState(0, List.of()))
                        .study());
    }

    private static TrialRecord[] withThreeComplete(TrialRecord... others) {
        return Stream.concat(
                        Stream.of(
                                trial(TrialState.COMPLETE, 1_000, 16),
                                trial(TrialState.COMPLETE, 10_000, 32),
                                trial(TrialState.COMPLETE, 100_000, 64)),
                        Stream.of(others))
                .toArray(TrialRecord[]::new);
    }

    @Test
    void gatedTrials_wouldHaveTakenWhatTheirIterationsTake() {
        GateTime time = of(withThreeComplete(trial(TrialState.GATED, 50_000, 128), trial(TrialState.GATED, 2_000, 16)));

        assertThat(time.gated()).isEqualTo(2);
        assertThat(time.trained()).isEqualTo(3);
        assertThat(time.saved()).isCloseTo(fullTraining(50_000, 128) + fullTraining(2_000, 16), within(1e-6));
    }

    /** Only those of the gated are spent for nothing. */
    @Test
    void secondsOfATrainingThatWentOn_areNotTheGates() {
        GateTime time = of(withThreeComplete(trial(TrialState.GATED, 50_000, 128), trial(TrialState.GATED, 2_000, 16)));

        assertThat(time.spent()).isCloseTo(5 * SECONDS_IN_GATES - 3 * SECONDS_OF_TRAINING, within(1e-9));
    }

    @Test
    void studyInWhichNothingWasGated_savedNothing() {
        assertThat(of(withThreeComplete()).saved()).isZero();
    }

    @Test
    void studyWithoutACompleteTrial_savedNobodyKnowsWhat() {
        assertThat(of(trial(TrialState.GATED, 50_000, 128)).saved()).isNull();
    }

    @Test
    void fewCompleteTrials_areTakenAsTheyAre() {
        GateTime time = of(trial(TrialState.COMPLETE, 50_000, 128), trial(TrialState.GATED, 50_000, 128));

        assertThat(time.saved()).isCloseTo(fullTraining(50_000, 128), within(1e-6));
    }
}
