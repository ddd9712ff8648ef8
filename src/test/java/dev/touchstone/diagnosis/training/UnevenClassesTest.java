package dev.touchstone.diagnosis.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes that are rarer, or rarer in train, than others. */
class UnevenClassesTest {
    private final FactsOfATraining training = new FactsOfATraining();

    private static BestEpoch.OfClass of(String name, double trainShare, int rows, int right) {
        return new BestEpoch.OfClass(name, trainShare, rows, right);
    }

    /** Share of the rarest class in train, its validation rows and how many of these are right; of the others four of five are. */
    @ParameterizedTest
    @CsvSource({"0.03, 8, 2, true", "0.03, 8, 5, false", "0.03, 1, 0, false", "0.06, 8, 3, false"})
    void rareClassThatIsHalfAsOftenRightAsTheRest_isTold(double share, int rows, int right, boolean told) {
        training.value = 0.8;
        training.classes = List.of(
                of("a", 0.3, 90, 72), of("b", 0.3, 90, 72), of("c", 0.4 - share, 90, 72), of("d", share, rows, right));

        assertThat(training.finding("class-imbalance").isPresent()).isEqualTo(told);
    }

    /** Right ones of ten rows of the rarer class of two, which has a tenth of the rows, in a training that learnt little of its loss. */
    @ParameterizedTest
    @CsvSource({"3, true", "7, true", "9, false"})
    void rareClassThatAccuracyHides_isToldHoweverLittleOfTheLossWasLearnt(int right, boolean told) {
        training.comesTo(0.9, 0.9, 1.5);
        training.classes = List.of(of("a", 0.9, 90, 89), of("b", 0.1, 10, right));

        assertThat(training.warns("class-imbalance")).isEqualTo(told);
        assertThat(training.warns("metric-hides-class")).isEqualTo(told);
    }

    @Test
    void classThatLostTrainRowsToAnother_isLabelledWrong() {
        training.value = 0.8;
        training.neighbours = 0.8;
        training.classes = List.of(
                of("a", 0.25, 200, 190), of("b", 0.15, 200, 100), of("c", 0.35, 200, 190), of("d", 0.25, 200, 190));

        assertThat(training.finding("bad-labels"))
                .hasValueSatisfying(
                        found -> assertThat(found.cause()).contains("some of its train rows may be labelled c"));

        training.isPoor(); // which classes are right is by chance
        assertThat(training.finding("bad-labels")).isEmpty();
    }

    /** Share of the train rows, of the validation rows a fourth, and right ones of 200 where three of four usually are. */
    @ParameterizedTest
    @CsvSource({"0.18, 120, true", "0.18, 145, false", "0.16, 145, true", "0.16, 155, false", "0.23, 120, false"})
    void classThatLostTrainRows_isLabelledWrongWhereItIsAnsweredWorseOrNoSplitComesToIt(
            double share, int right, boolean told) {
        training.value = 0.75;
        training.neighbours = 0.75;
        training.classes = List.of(
                of("a", 0.25, 200, 150),
                of("b", share, 200, right),
                of("c", 0.5 - share, 200, 150),
                of("d", 0.25, 200, 150));

        assertThat(training.warns("bad-labels")).isEqualTo(told);
    }

    @Test
    void classesInTheSameSharesEverywhere_areNotLabelledWrong() {
        training.value = 0.8;
        training.classes = List.of(
                of("a", 0.25, 200, 190), of("b", 0.25, 200, 100), of("c", 0.25, 200, 190), of("d", 0.25, 200, 190));

        assertThat(training.finding("bad-labels")).isEmpty();
    }

    /** They learn from the same labels. */
    @Test
    void classThatNeighboursAnswerWell_isNotLabelledWrong() {
        training.value = 0.6;
        training.neighbours = 0.95;
        training.classes = List.of(
                of("a", 0.25, 200, 150), of("b", 0.15, 200, 20), of("c", 0.35, 200, 160), of("d", 0.25, 200, 150));

        assertThat(training.finding("bad-labels")).isEmpty();
    }
}
