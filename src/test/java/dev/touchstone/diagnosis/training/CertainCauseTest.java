package dev.touchstone.diagnosis.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Causes that the configuration, the start of training or the rows show by themselves. */
class CertainCauseTest {
    private final FactsOfATraining training = new FactsOfATraining();

    @ParameterizedTest
    @CsvSource({"0.97, INFO", "0.9, INFO", "0.8, WARNING"})
    void layersWithoutActivation_alarmWhereATenthOfTheWayIsMissingBeyondNoise(double value, Severity severity) {
        training.linear = List.of("0-dense");
        training.neighbours = 0.7;
        training.value = value;

        assertThat(training.finding("missing-activation"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }

    @Test
    void severalLayersOfSigmoid_areACauseWhereTrainingCameToHarmAndNoneElse() {
        training.squashing = List.of("0-dense", "1-dense");
        assertThat(training.finding("saturating-activation")).isEmpty();

        training.isPoor();
        assertThat(training.warns("saturating-activation")).isTrue();
        training.squashing = List.of("0-dense");
        assertThat(training.finding("saturating-activation")).isEmpty();
    }

    @Test
    void dropoutBeyondWhatIsUsual_isACauseOfHarm() {
        training.isPoor();
        training.restraints = List.of("dropout");
        training.dropped = 0.9;

        assertThat(training.warns("over-regularised")).isTrue();
    }

    /** The value, what neighbours tell, and the loss that is left of 2.3. */
    @ParameterizedTest
    @CsvSource({"0.7, 0.6, 0.1, false", "0.7, 0.8, 0.1, true", "0.7, 0.6, 0.6, true", "0.97, 0.99, 0.1, false"})
    void dropoutBeyondWhatIsUsual_isACauseWhereNeighboursDoBetterOrMuchOfTheLossIsLeft(
            double value, double neighbours, double left, boolean told) {
        training.comesTo(value, neighbours, left);
        training.loss = iteration -> 1;
        training.restraints = List.of("dropout");
        training.dropped = 0.9;

        assertThat(training.warns("over-regularised")).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"0.5, WARNING", "0.9, INFO"})
    void saturatedUnits_areForInformationWhereDropoutDrivesThemThere(double dropped, Severity severity) {
        training.isPoor();
        training.more = 1;
        training.saturatedShare = 0.7;
        training.restraints = List.of("dropout");
        training.dropped = dropped;

        assertThat(training.finding("saturating-activation"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }

    /** The penalty in losses, and which share of the loss of knowing nothing is left. */
    @ParameterizedTest
    @CsvSource({"0.7, 0.3, false", "1.5, 0.3, true", "1.5, 0.05, false"})
    void penaltyThatOutweighsTheLoss_isACauseWhereMuchOfItIsLeft(double penalty, double left, boolean told) {
        training.comesTo(0.8, 0.7, left * Math.log(10));
        training.loss = iteration -> 1;
        training.penalty = iteration -> penalty;
        training.restraints = List.of("l2");

        assertThat(training.warns("over-regularised")).isEqualTo(told);
    }

    /** The penalty in losses, and the loss that is left of 2.3 while a fifth of the way is missing on train rows, too. */
    @ParameterizedTest
    @CsvSource({"0.9, 1.2, true", "0.5, 1.2, false", "0.9, 0.3, false", "0.4, 2, false"})
    void penaltyThatCostsHalfOfWhatWasLearnt_isACauseWhereMuchIsMissing(double penalty, double left, boolean told) {
        training.comesTo(0.8, 0.7, left);
        training.loss = iteration -> left;
        training.penalty = iteration -> penalty;
        training.restraints = List.of("l1");

        assertThat(training.warns("over-regularised")).isEqualTo(told);
    }

    /** What is right of train rows, and the loss of augmented ones that is left of 2.3. */
    @ParameterizedTest
    @CsvSource({"0.8, 1.5, true", "0.95, 1.5, false", "0.8, 1, false"})
    void augmentedRowsOfWhichLittleIsLearnt_areACauseWhereTrainRowsAreMissedToo(
            double onTrain, double left, boolean told) {
        training.comesTo(0.7, 0.65, 0.6);
        training.trainValue = onTrain;
        training.augmented = true;
        training.loss = iteration -> left;

        assertThat(training.warns("bad-augmentation")).isEqualTo(told);
    }

    /** What neighbours have right of rows of which the network misses a fifth, and what is right of train rows. */
    @ParameterizedTest
    @CsvSource({"0.9, 0.8, true", "0.7, 0.8, false", "0.9, 0.95, false"})
    void augmentation_isACauseWhereNeighboursDoBetterAndTrainRowsAreMissedToo(
            double neighbours, double onTrain, boolean told) {
        training.comesTo(0.8, neighbours, 0.1);
        training.trainValue = onTrain;
        training.augmented = true;

        assertThat(training.warns("bad-augmentation")).isEqualTo(told);
    }

    /** Of the other layers' gradient. */
    @ParameterizedTest
    @CsvSource({"0.005, 16, true", "0.05, 16, false", "0.005, 1, false"})
    void gradientThatIsLostOnItsWay_isHowANetworkStarts(double share, int narrowest, boolean told) {
        training.more = 6;
        training.firstGradient = share;
        training.narrowest = narrowest;
        assertThat(training.finding("poor-initialisation")).isEmpty();

        training.isPoor();
        assertThat(training.finding("poor-initialisation").isPresent()).isEqualTo(told);
    }

    /** Of the other layers' gradient, and the loss that is left of 2.3 though as much is learnt as neighbours tell. */
    @ParameterizedTest
    @CsvSource({"0.0005, 0.6, true", "0.005, 0.6, false", "0.0005, 0.1, false"})
    void gradientThatVanishesAtTheStart_needsLessHarm(double share, double left, boolean told) {
        training.more = 6;
        training.firstGradient = share;
        training.comesTo(0.7, 0.6, left);
        training.loss = iteration -> 1;

        assertThat(training.finding("poor-initialisation").isPresent()).isEqualTo(told);
    }

    /** What the network has right of all rows, and its dropout. */
    @ParameterizedTest
    @CsvSource({"0.8, 0.6, true", "0.8, 0.5, false", "0.95, 0.6, false"})
    void unusualRestraint_isSuspectedWhereMuchIsMissing(double value, double dropped, boolean told) {
        training.comesTo(value, 0.7, 0.6);
        training.loss = iteration -> 0.6;
        training.restraints = List.of("dropout");
        training.dropped = dropped;

        assertThat(training.severity("over-regularised"))
                .isEqualTo(told ? Optional.of(Severity.INFO) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"0.8, true", "0.95, false"})
    void augmentation_isSuspectedWhereMuchIsMissing(double value, boolean told) {
        training.comesTo(value, 0.7, 0.1);
        training.augmented = true;

        assertThat(training.severity("bad-augmentation"))
                .isEqualTo(told ? Optional.of(Severity.INFO) : Optional.empty());
    }

    /** Before any step. */
    @ParameterizedTest
    @CsvSource({"drop-connect, 20, true", "drop-connect, 3, false", "l2, 20, false"})
    void noiseOfWeightsThatMakesTheFirstLossHuge_isACause(String restraint, double first, boolean told) {
        training.comesTo(0.12, 0.95, 2.2);
        training.loss = iteration -> 2.25 + (first - 2.25) * Math.exp(-iteration / 50.0);
        training.restraints = List.of(restraint);

        assertThat(training.finding("over-regularised")
                        .filter(found -> found.cause().contains("noise of the weights"))
                        .isPresent())
                .isEqualTo(told);
    }

    /** Training costs twice what knowing nothing does, and the best epoch half of it. */
    @ParameterizedTest
    @CsvSource({"dropout, true", "l2, false"})
    void lossThatIsHigherInTrainingThanAfterIt_isHiddenByDropoutAlone(String restraint, boolean told) {
        training.comesTo(0.3, 0.95, 1.2);
        training.loss = iteration -> 2.5;
        training.restraints = List.of(restraint);

        assertThat(training.finding("over-regularised")
                        .filter(found -> found.cause().contains("dropout hides"))
                        .isPresent())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"16, false", "3, true"})
    void layerThatCannotNumberTheClasses_isTooNarrowHoweverMuchTrainRowsAreAhead(int narrowest, boolean told) {
        training.isPoor();
        training.trainValue = 0.6;
        training.narrowest = narrowest;

        assertThat(training.finding("too-little-capacity").isPresent()).isEqualTo(told);
    }

    /** What dropout leaves counts fifty times as much. */
    @Test
    void dropoutByWhichLossesLeap_comesBeforeTheRate() {
        training.isPoor();
        training.loss = iteration -> iteration == 0 ? 2.3 : 20;
        training.restraints = List.of("dropout");
        training.dropped = 0.98;

        assertThat(training.warns("over-regularised")).isTrue();
        assertThat(training.finding("learning-rate-too-high")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0.001, true"})
    void penaltyThatFellWhileTheLossRose_isACause(double rise, boolean told) {
        training.comesTo(0.8, 0.7, 0.7);
        training.loss = iteration -> 1 + rise * iteration;
        training.penalty = iteration -> iteration == 40 ? 3 : 0.5;
        training.restraints = List.of("l1");

        assertThat(training.warns("over-regularised")).isEqualTo(told);
    }

    @Test
    void usualDropout_isNotBlamedForAnythingElseThatGoesWrong() {
        training.isPoor();
        training.restraints = List.of("dropout");
        training.dropped = 0.1;

        assertThat(training.finding("over-regularised")).isEmpty();
    }

    @Test
    void augmentedRowsThatCostLessThanTheyDoAsTheyAre_areAugmentedBadly() {
        training.value = 0.8;
        training.neighbours = 0.7;
        training.augmented = true;
        assertThat(training.warns("bad-augmentation")).isFalse();

        training.trainLoss = 0.5;
        assertThat(training.warns("bad-augmentation")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.02, INFO", "0.2, WARNING"})
    void rowsThatTellNothing_haveLabelsOfOthersWhereTheirFeaturesHaveToDoWithEachOther(
            double structure, Severity severity) {
        training.isPoor();
        training.value = 0.12;
        training.neighbours = 0;
        training.structure = structure;

        assertThat(training.finding("data-loading"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }
}
