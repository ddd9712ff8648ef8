package dev.touchstone.gate;

import static dev.touchstone.gate.Subjects.clouds;
import static dev.touchstone.gate.Subjects.dense;
import static dev.touchstone.gate.Subjects.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.metric.Predictions;
import dev.touchstone.training.Learner;
import java.util.List;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;

class ShortRunTest {
    private static final int STEPS = 50;
    private static final Seed SEED = new Seed(3);

    private static ShortRun zeroed(Activation activation) {
        GateSubject subject = Subjects.of(
                clouds(),
                dense(8).activation(activation).weightInit(WeightInit.ZERO).build(),
                output().weightInit(WeightInit.ZERO).build());
        return ShortRun.atOwnRate(subject, SEED, STEPS);
    }

    @Test
    void networkThroughWhichNothingComes_ignoresItsRows() {
        assertThat(zeroed(Activation.RELU).ignoresRows()).isTrue();
    }

    /** Their answers differ from the second step on: gradients flow. */
    @Test
    void unitsThatAreAllAlike_doNotIgnoreTheirRows() {
        assertThat(zeroed(Activation.SIGMOID).ignoresRows()).isFalse();
    }

    private static ShortRun astray(double loss, double spread) {
        ProbeLook look = new ProbeLook(loss, 1, 0.01, spread, List.of());
        return new ShortRun(
                new ProbeLook(1.1, 1, 0.01, 0.1, List.of()), List.of(look, look, look), ShortRun.Outlook.NONE);
    }

    @Test
    void runAstrayWhoseAnswersFollowTheRows_mayComeBack() {
        assertThat(astray(9, 0.1).mayComeBack()).isTrue();
    }

    @Test
    void runAstrayWhoseUnitsAreDead_mayNot() {
        assertThat(astray(9, 1e-6).mayComeBack()).isFalse();
    }

    @Test
    void runThatComesToGiveAllRowsTheSameAnswer_dies() {
        assertThat(astray(1.1, 0).dies()).isTrue();
        assertThat(astray(1.1, 1e-30).dies()).isFalse();
        assertThat(zeroed(Activation.RELU).dies()).isFalse();
    }

    @Test
    void runWhoseAnswersComeToFollowTheRows_wakes() {
        assertThat(from(1e-6, 1e-3).wakes()).isTrue();
        assertThat(from(1e-6, 1e-5).wakes()).isFalse();
        assertThat(from(1e-3, 1e-2).wakes()).isFalse();
    }

    private static ShortRun from(double spread, double spreadAtItsEnd) {
        ProbeLook start = new ProbeLook(1, 1, 0.01, spread, List.of());
        ProbeLook end = new ProbeLook(1, 1, 0.01, spreadAtItsEnd, List.of());
        return new ShortRun(start, List.of(end, end, end), ShortRun.Outlook.NONE);
    }

    /** A unit that was dead for all rows would not have come back. */
    @Test
    void runWhoseAnswersFollowTheRowsAgain_mayComeBack() {
        ShortRun dead = astray(9, 1e-6);
        ShortRun again = new ShortRun(
                dead.start(), List.of(dead.end(), dead.end(), astray(9, 0.1).end()), ShortRun.Outlook.NONE);

        assertThat(again.mayComeBack()).isTrue();
    }

    /** Nearly all is given to the first class, and what is left of each row follows it, or does not. */
    @ParameterizedTest
    @CsvSource({"1e-20, true", "0, false"})
    void saturatedOutput_isAliveWhereWhatComesToItFollowsTheRows(float left, boolean alive) {
        GateSubject subject = Subjects.of(clouds(), dense(8).build(), output().build());
        Learner learner = mock();
        when(learner.predict(anyInt(), any()))
                .thenAnswer(call -> saturated(call.getArgument(1, Rows.class).count(), left));

        assertThat(Probe.fine(subject, SEED).look(subject, learner).isAlive()).isEqualTo(alive);
    }

    private static Predictions saturated(int rows, float left) {
        float[] numbers = new float[rows * Subjects.CLASSES];
        for (int row = 0; row < rows; row++) {
            numbers[row * Subjects.CLASSES] = 1;
            numbers[row * Subjects.CLASSES + 1] = left * (1 + row % 7);
        }
        return new Predictions(Subjects.CLASSES, numbers);
    }

    @Test
    void runThatExplodes_mayNot() {
        assertThat(astray(1e4, 100).mayComeBack()).isFalse();
    }

    @Test
    void runThatStands_doesNotNeedTo() {
        assertThat(astray(1.1, 0.1).mayComeBack()).isFalse();
        assertThat(astray(1.1, 0.1).isAlive()).isTrue();
        assertThat(astray(1.1, 1e-6).isAlive()).isFalse();
    }
}
