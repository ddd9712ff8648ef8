package dev.touchstone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.data.Tasks;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.TaskLoss;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByHeartTest {
    private static final int CLASSES = 3;
    private static final Targets.Classes LABELS = new Targets.Classes(new int[] {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2});
    private static final ByHeart BY_HEART =
            ByHeart.of(new Rows(1, new float[LABELS.count()], LABELS), new TaskLoss(Tasks.classes(CLASSES)));

    /** @param right rows whose own class has a probability that is higher than the others' by the lead; the first has it in the rest */
    private static ByHeart.Look look(int right, float lead) {
        float[] numbers = new float[LABELS.count() * CLASSES];
        Arrays.fill(numbers, (1 - lead) / CLASSES);
        for (int row = 0; row < LABELS.count(); row++) {
            numbers[row * CLASSES + (row < right ? LABELS.labels()[row] : 0)] += lead;
        }
        return BY_HEART.look(new Predictions(CLASSES, numbers));
    }

    @Test
    void rowsThatAreToldApartWhileTheLossStands_leaveAPlateau() {
        assertThat(look(LABELS.count(), 0.01f).leavesPlateau()).isTrue();
    }

    @Test
    void answersNoBetterThanGuessing_stayOnIt() {
        assertThat(look(1, 0.01f).leavesPlateau()).isFalse();
    }

    @Test
    void lossThatHasFallen_isPastIt() {
        ByHeart.Look past = look(LABELS.count(), 0.5f);

        assertThat(past.leavesPlateau()).isFalse();
        assertThat(past.learnt()).isFalse();
    }

    /** Four numbers, half 1 and half -1, answered by a part of each: 1 % explains 2 % of their variance, and 5 % nearly 10 %. */
    @ParameterizedTest
    @CsvSource({"0, false", "0.01, true", "0.05, false"})
    void numbersThatAreToldApartWhileTheLossStands_leaveAPlateau(float part, boolean leaves) {
        float[] numbers = {1, -1, 1, -1};
        ByHeart byHeart = ByHeart.of(
                new Rows(1, new float[numbers.length], new Targets.Values(numbers)),
                new TaskLoss(new Task.Regression(0, 1)));

        ByHeart.Look look = byHeart.look(new Predictions(1, new float[] {part, -part, part, -part}));

        assertThat(look.leavesPlateau()).isEqualTo(leaves);
    }

    @Test
    void rowsThatAreKnown_areLearnt() {
        assertThat(look(LABELS.count(), 0.99f).learnt()).isTrue();
    }
}
