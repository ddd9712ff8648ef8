package dev.touchstone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.Targets;
import dev.touchstone.metric.Predictions;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightShareTest {
    private static final int ROWS = 300;
    private static final int CLASSES = 3;

    /** The first class is in eight of ten rows. */
    private static final Targets.Classes SKEWED = new Targets.Classes(labels());

    private static int[] labels() {
        int[] labels = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = row % 10 < 8 ? 0 : row % 10 - 7;
        }
        return labels;
    }

    /** Half of the rare rows are found, and as many of the common ones are lost. */
    @Test
    void rareClassesThatAreLearntAtTheCostOfTheCommonOne_showInTheClassesAlone() {
        int[] answers = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            answers[row] = row % 10 == 0 ? 1 : row % 20 < 10 ? SKEWED.labels()[row] : 0;
        }
        Predictions found = answering(answers);
        Predictions commonest = answering(new int[ROWS]);

        assertThat(RightShare.ofRows(found, SKEWED).isBeyond(RightShare.ofRows(commonest, SKEWED)))
                .isFalse();
        assertThat(RightShare.ofClasses(found, SKEWED).isBeyond(RightShare.ofClasses(commonest, SKEWED)))
                .isTrue();
    }

    /** Seeds of what is guessed; each answer is as likely as any other. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whoeverGuesses_isNotBeyondGuessing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] guessed = new int[ROWS];
        Arrays.setAll(guessed, row -> random.nextInt(CLASSES));
        Predictions guesses = answering(guessed);
        Predictions commonest = answering(new int[ROWS]);

        assertThat(RightShare.ofRows(guesses, SKEWED).isBeyond(RightShare.ofRows(commonest, SKEWED)))
                .isFalse();
        assertThat(RightShare.ofClasses(guesses, SKEWED).isBeyond(RightShare.ofClasses(commonest, SKEWED)))
                .isFalse();
    }

    private static Predictions answering(int... classes) {
        float[] numbers = new float[classes.length * CLASSES];
        for (int row = 0; row < classes.length; row++) {
            numbers[row * CLASSES + classes[row]] = 1;
        }
        return new Predictions(CLASSES, numbers);
    }
}
