package dev.touchstone.gate;

import static dev.touchstone.gate.Subjects.clouds;
import static dev.touchstone.gate.Subjects.dense;
import static dev.touchstone.gate.Subjects.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.metric.Predictions;
import dev.touchstone.training.LayerChange;
import dev.touchstone.training.Learner;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.learning.config.Sgd;

class ShortTrainingTest {
    private static final int STEPS = 100;
    private static final int PLANNED = 1_000;

    /**
     * Its answers follow the rows at the start alone. A step that takes a millionth of the weights takes less than a thousandth in
     * all that are planned, and one that takes a ten thousandth nearly a tenth; frozen layers have none from the first step on.
     */
    @ParameterizedTest
    @CsvSource({"0.1, 0, true, 30", "0.1, 1e-6, true, 30", "0.1, 1e-4, false, 100", "0, 0, false, 100"})
    void trainingThatGivesAllRowsTheSameAnswer_isDeadWhereNothingMovesItsHiddenLayersAnyMore(
            double first, double update, boolean dead, int steps) {
        Learner learner = mock();
        AtomicInteger looks = new AtomicInteger();
        when(learner.predict(anyInt(), any()))
                .thenAnswer(call -> answers(call.getArgument(1, Rows.class).count(), looks.getAndIncrement() == 0));
        when(learner.changes(0)).thenReturn(changes(first)).thenReturn(changes(update));
        SteppedTraining training = of(learner);

        ShortRun run = watched(training);

        assertThat(run.dies()).isTrue();
        assertThat(run.outlook().isDead()).isEqualTo(dead);
        verify(training, times(steps)).step();
    }

    @Test
    void shortBeginningThatGivesAllRowsTheSameAnswer_isWatchedOnWhereWeightDecayMovesItsHiddenLayers() {
        Learner learner = leaning(look -> 0.1, look -> look == 0 ? 0.01 : 0);
        when(learner.changes(0)).thenReturn(changes(0.1)).thenReturn(changes(1e-4));
        SteppedTraining training = of(learner);

        ShortRun run = watched(training, ShortTraining.LEAST_BEGINNING, 2 * ShortTraining.LEAST_BEGINNING);

        assertThat(run.outlook().isDead()).isFalse();
        verify(training, times(2 * ShortTraining.LEAST_BEGINNING)).step();
    }

    private static SteppedTraining of(Learner learner) {
        SteppedTraining training = mock();
        when(training.learner()).thenReturn(learner);
        when(training.step()).thenReturn(1.1);
        return training;
    }

    private static ShortRun watched(SteppedTraining training) {
        return watched(training, STEPS, STEPS);
    }

    private static ShortRun watched(SteppedTraining training, int steps, int longest) {
        GateSubject subject = Subjects.planned(PLANNED, clouds(), Sgd::new, 0.1, 0, dense(8).build(), output().build());
        return ShortTraining.untilItLearns(subject, Probe.fine(subject, new Seed(3)), steps, longest, training);
    }

    /** All that brings the loss down is that the commonest answer is given a little less often, look by look. */
    @ParameterizedTest
    @CsvSource({"1e-5, 1, true, 50", "2e-4, 1, false, 100", "1e-6, 2, false, 100"})
    void lossThatCrawls_isWatchedOnWhereAnswersComeToFollowTheRows(
            double following, double growth, boolean crawls, int steps) {
        Learner learner =
                leaning(look -> 0.1 - 1e-4 * look, look -> look == 0 ? 1e-6 : following * Math.pow(growth, look));
        when(learner.changes(0)).thenReturn(changes(1e-4));
        SteppedTraining training = of(learner);

        ShortRun run = watched(training);

        assertThat(run.learns()).isFalse();
        assertThat(run.outlook().crawls()).isEqualTo(crawls);
        verify(training, times(steps)).step();
    }

    /** Five looks do not tell yet whether a loss crawls that has fallen at each of them, far from enough to be on course. */
    @ParameterizedTest
    @CsvSource({"0, 50", "1e-3, 100"})
    void shortBeginning_isWatchedOnWhereTheLossFallsAtEveryLook(double fall, int steps) {
        Learner learner = leaning(look -> 0.1 - fall * look, look -> 1e-5);
        when(learner.changes(0)).thenReturn(changes(1e-4));
        SteppedTraining training = of(learner);

        ShortRun run = watched(training, ShortTraining.LEAST_BEGINNING, 2 * ShortTraining.LEAST_BEGINNING);

        assertThat(run.outlook().crawls()).isFalse();
        verify(training, times(steps)).step();
    }

    /** They differ by ever more, though the loss rises now and then and tells nothing of it yet; 1e-4 is what rows are told apart by. */
    @ParameterizedTest
    @CsvSource({"1, 50", "2, 100"})
    void shortBeginning_isWatchedOnWhereAnswersAreAboutToFollowTheRows(double growth, int steps) {
        Learner learner = leaning(look -> 0.1 - 1e-3 * (look % 2), look -> 1e-6 * Math.pow(growth, look));
        when(learner.changes(0)).thenReturn(changes(1e-4));
        SteppedTraining training = of(learner);

        watched(training, ShortTraining.LEAST_BEGINNING, 2 * ShortTraining.LEAST_BEGINNING);

        verify(training, times(steps)).step();
    }

    /** By so much towards the first class, and by so much more where rows differ, at each look from 0. */
    private static Learner leaning(IntToDoubleFunction towardsFirst, IntToDoubleFunction following) {
        Learner learner = mock();
        AtomicInteger looks = new AtomicInteger();
        when(learner.predict(anyInt(), any())).thenAnswer(call -> {
            int look = looks.getAndIncrement();
            return leaning(call.getArgument(1, Rows.class).count(), (float) towardsFirst.applyAsDouble(look), (float)
                    following.applyAsDouble(look));
        });
        return learner;
    }

    private static Predictions leaning(int rows, float towardsFirst, float following) {
        float[] numbers = new float[rows * Subjects.CLASSES];
        for (int row = 0; row < rows; row++) {
            float first = 1f / Subjects.CLASSES + towardsFirst + following * (row % 7 - 3) / 3;
            Arrays.fill(numbers, row * Subjects.CLASSES, (row + 1) * Subjects.CLASSES, (1 - first) / 2);
            numbers[row * Subjects.CLASSES] = first;
        }
        return new Predictions(Subjects.CLASSES, numbers);
    }

    private static List<LayerChange> changes(double ofHidden) {
        return List.of(new LayerChange("hidden", 1, ofHidden), new LayerChange("output", 1, 1));
    }

    private static Predictions answers(int rows, boolean following) {
        float[] numbers = new float[rows * Subjects.CLASSES];
        Arrays.fill(numbers, 1f / Subjects.CLASSES);
        for (int row = 0; following && row < rows; row++) {
            numbers[row * Subjects.CLASSES] += 0.01f * (row % 7);
        }
        return new Predictions(Subjects.CLASSES, numbers);
    }
}
