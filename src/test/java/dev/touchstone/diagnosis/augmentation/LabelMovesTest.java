package dev.touchstone.diagnosis.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metric.Predictions;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Three classes, 20 rows of each, 20 draws of each row. */
class LabelMovesTest {
    private static final int CLASSES = 3;
    private static final int OF_EACH = 20;
    private static final int DRAWS = 20;
    private static final int[] LABELS = labels(OF_EACH);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    private static int[] labels(int ofEach) {
        int[] labels = new int[CLASSES * ofEach];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = row % CLASSES;
        }
        return labels;
    }

    /** Answers in which each row has its own class with the probability 0.9. */
    private static Predictions right(int[] labels, int draws) {
        float[] numbers = new float[labels.length * draws * CLASSES];
        Predictions answers = new Predictions(CLASSES, numbers);
        for (int at = 0; at < labels.length * draws; at++) {
            take(answers, at, labels[at % labels.length], 0.9f);
        }
        return answers;
    }

    private static void take(Predictions answers, int at, int label, float probability) {
        for (int c = 0; c < CLASSES; c++) {
            answers.numbers()[at * CLASSES + c] = c == label ? probability : (1 - probability) / 2;
        }
    }

    /** Of class 1, such a share of draws is taken for class 2. */
    private static Predictions moved(long seed, double share, float probability) {
        Predictions answers = right(LABELS, DRAWS);
        SplittableRandom random = new SplittableRandom(seed);
        for (int at = 0; at < answers.rows(); at++) {
            if (LABELS[at % LABELS.length] == 1 && random.nextDouble() < share) {
                take(answers, at, 2, probability);
            }
        }
        return answers;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void confidentMovesToOneClass_areFound(long seed) {
        List<LabelMove> moves = new LabelMoves(LABELS, right(LABELS, 1), moved(seed, 0.2, 0.95f)).find();

        assertThat(moves).hasSize(1);
        LabelMove move = moves.get(0);
        assertThat(List.of(move.from(), move.to())).containsExactly(1, 2);
        assertThat(move.plain()).isZero();
        assertThat(move.augmented()).isEqualTo(0.2, within(0.07));
        assertThat(move.augmented())
                .isBetween(move.beyond().low(), move.beyond().high());
        assertThat(move.examples()).hasSize(3).allMatch(at -> LABELS[at % LABELS.length] == 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void movesWithoutConfidence_areNone(long seed) {
        assertThat(new LabelMoves(LABELS, right(LABELS, 1), moved(seed, 0.5, 0.6f)).find())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void asFewMovesAsAreBorneAnyway_areNone(long seed) {
        assertThat(new LabelMoves(LABELS, right(LABELS, 1), moved(seed, 0.01, 0.95f)).find())
                .isEmpty();
    }

    @Test
    void whatPlainRowsDoAsOften_isNoMove() {
        Predictions plain = right(LABELS, 1);
        for (int row = 1; row < 10; row += CLASSES) {
            take(plain, row, 2, 0.95f);
        }
        Predictions augmented = right(LABELS, DRAWS);
        for (int at = 0; at < augmented.rows(); at++) {
            if (at % LABELS.length < 10 && LABELS[at % LABELS.length] == 1) {
                take(augmented, at, 2, 0.95f);
            }
        }

        assertThat(new LabelMoves(LABELS, plain, augmented).find()).isEmpty();
    }

    @Test
    void classOfTooFewRows_isNotJudged() {
        int[] few = labels(LabelMoves.LEAST_ROWS - 1);
        Predictions augmented = right(few, DRAWS);
        for (int at = 0; at < augmented.rows(); at++) {
            take(augmented, at, 0, 0.95f);
        }

        assertThat(new LabelMoves(few, right(few, 1), augmented).find()).isEmpty();
    }
}
