package dev.touchstone.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskLossErrorTest {
    private static final TaskLoss CLASSES = new TaskLoss(new Task.Classification(List.of("a", "b")));
    private static final Targets FOUR = new Targets.Classes(new int[] {0, 1, 0, 1});

    @Test
    void whoeverAnswersHowOftenEachOccurs_differsFromItByNothing() {
        Predictions half = new Predictions(2, new float[] {.5f, .5f, .5f, .5f, .5f, .5f, .5f, .5f});

        assertThat(CLASSES.errorBesideFrequencies(half, FOUR)).isZero();
    }

    /** Two rows are better by ln 1.5, and two are worse by ln 2. */
    @Test
    void error_isThatOfTheMeanDifference() {
        Predictions answers = new Predictions(2, new float[] {.75f, .25f, .75f, .25f, .75f, .25f, .75f, .25f});

        assertThat(CLASSES.errorBesideFrequencies(answers, FOUR))
                .isCloseTo(Math.log(3) / 2 / Math.sqrt(3), within(1e-6));
    }
}
