package dev.touchstone.diagnosis.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Causes that the configuration, or what classes there are, shows by itself. */
class CertainCauseTest {
    private final FactsOfATraining training = new FactsOfATraining();

    private static void alarms(Optional<Finding> finding) {
        assertThat(finding)
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(Severity.WARNING));
    }

    private void isSuspected(String code, boolean told) {
        assertThat(training.finding(code).map(Finding::severity))
                .isEqualTo(told ? Optional.of(Severity.INFO) : Optional.empty());
    }

    private void isPoor() {
        training.value = 0.4;
        training.trainLoss = 1.6;
        training.loss = iteration -> 1.6 + 0.7 * Math.exp(-iteration / 50.0);
    }

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

        isPoor();
        alarms(training.finding("saturating-activation"));
        training.squashing = List.of("0-dense");
        assertThat(training.finding("saturating-activation")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.9, false", "0.995, false", "0.9999, true"})
    void momentum_isACauseWhereItAddsUpMoreStepsThanThereWere(double momentum, boolean told) {
        training.momentum = momentum;
        training.value = 0.7;

        assertThat(training.finding("learning-rate-too-high").isPresent()).isEqualTo(told);
    }

    @Test
    void hardlyAnySteps_areNotTheFaultOfMomentum() {
        training.momentum = 0.995;
        training.iterations = 40;
        training.value = 0.7;

        assertThat(training.finding("learning-rate-too-high")).isEmpty();
    }

    /** A start that costs more than knowing nothing is no excuse. */
    @ParameterizedTest
    @CsvSource({"10, true", "1.5, false"})
    void lossThatEndsFarAboveAPoorStart_leapt(double times, boolean told) {
        comesTo(0.1, 0.95, times * 8);
        training.loss = iteration -> iteration == 0 ? 8 : times * 8 + 0.01 * (iteration % 3);

        assertThat(training.warns("learning-rate-too-high")
                        || training.findings().stream()
                                .anyMatch(found -> found.code().equals("learning-rate-too-high")
                                        && found.severity() == Severity.ERROR))
                .isEqualTo(told);
    }

    /** The best epoch's loss stands below that of knowing nothing by less than a twentieth, or by half. */
    @ParameterizedTest
    @CsvSource({"2.29, false", "1.15, true"})
    void lossThatRoseAgain_isToldWhereThereWasSomethingToLose(double best, boolean told) {
        isPoor();
        training.trainLoss = best;
        training.loss = iteration -> 2.301 + 0.0001 * (iteration % 3);

        assertThat(training.finding("learning-rate-too-high").isPresent()).isEqualTo(told);
    }

    @Test
    void dropoutBeyondWhatIsUsual_isACauseOfHarm() {
        isPoor();
        training.restraints = List.of("dropout");
        training.dropped = 0.9;

        alarms(training.finding("over-regularised"));
    }

    /** What the network and nearest neighbours have right, and the loss of train rows that is left of 2.3. */
    private void comesTo(double value, double neighbours, double left) {
        training.value = value;
        training.neighbours = neighbours;
        training.trainLoss = left;
    }

    /** The value, what neighbours tell, and the loss that is left of 2.3. */
    @ParameterizedTest
    @CsvSource({"0.7, 0.6, 0.1, false", "0.7, 0.8, 0.1, true", "0.7, 0.6, 0.6, true", "0.97, 0.99, 0.1, false"})
    void dropoutBeyondWhatIsUsual_isACauseWhereNeighboursDoBetterOrMuchOfTheLossIsLeft(
            double value, double neighbours, double left, boolean told) {
        comesTo(value, neighbours, left);
        training.loss = iteration -> 1;
        training.restraints = List.of("dropout");
        training.dropped = 0.9;

        assertThat(training.warns("over-regularised")).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"0.5, WARNING", "0.9, INFO"})
    void saturatedUnits_areForInformationWhereDropoutDrivesThemThere(double dropped, Severity severity) {
        isPoor();
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
        comesTo(0.8, 0.7, left * Math.log(10));
        training.loss = iteration -> 1;
        training.penalty = iteration -> penalty;
        training.restraints = List.of("l2");

        assertThat(training.warns("over-regularised")).isEqualTo(told);
    }

    /** The penalty in losses, and the loss that is left of 2.3 while a fifth of the way is missing on train rows, too. */
    @ParameterizedTest
    @CsvSource({"0.9, 1.2, true", "0.5, 1.2, false", "0.9, 0.3, false", "0.4, 2, false"})
    void penaltyThatCostsHalfOfWhatWasLearnt_isACauseWhereMuchIsMissing(double penalty, double left, boolean told) {
        comesTo(0.8, 0.7, left);
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
        comesTo(0.7, 0.65, 0.6);
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
        comesTo(0.8, neighbours, 0.1);
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

        isPoor();
        assertThat(training.finding("poor-initialisation").isPresent()).isEqualTo(told);
    }

    /** Of the other layers' gradient, and the loss that is left of 2.3 though as much is learnt as neighbours tell. */
    @ParameterizedTest
    @CsvSource({"0.0005, 0.6, true", "0.005, 0.6, false", "0.0005, 0.1, false"})
    void gradientThatVanishesAtTheStart_needsLessHarm(double share, double left, boolean told) {
        training.more = 6;
        training.firstGradient = share;
        comesTo(0.7, 0.6, left);
        training.loss = iteration -> 1;

        assertThat(training.finding("poor-initialisation").isPresent()).isEqualTo(told);
    }

    /** What the network has right of all rows, and its dropout. */
    @ParameterizedTest
    @CsvSource({"0.8, 0.6, true", "0.8, 0.5, false", "0.95, 0.6, false"})
    void unusualRestraint_isSuspectedWhereMuchIsMissing(double value, double dropped, boolean told) {
        comesTo(value, 0.7, 0.6);
        training.loss = iteration -> 0.6;
        training.restraints = List.of("dropout");
        training.dropped = dropped;

        isSuspected("over-regularised", told);
    }

    @ParameterizedTest
    @CsvSource({"0.8, true", "0.95, false"})
    void augmentation_isSuspectedWhereMuchIsMissing(double value, boolean told) {
        comesTo(value, 0.7, 0.1);
        training.augmented = true;

        isSuspected("bad-augmentation", told);
    }

    /** Before any step. */
    @ParameterizedTest
    @CsvSource({"drop-connect, 20, true", "drop-connect, 3, false", "l2, 20, false"})
    void noiseOfWeightsThatMakesTheFirstLossHuge_isACause(String restraint, double first, boolean told) {
        comesTo(0.12, 0.95, 2.2);
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
        comesTo(0.3, 0.95, 1.2);
        training.loss = iteration -> 2.5;
        training.restraints = List.of(restraint);

        assertThat(training.finding("over-regularised")
                        .filter(found -> found.cause().contains("dropout hides"))
                        .isPresent())
                .isEqualTo(told);
    }

    /** Of the inputs' scale, which any initialisation keeps. */
    @ParameterizedTest
    @CsvSource({"3, true", "1, false"})
    void layerThatDiedOfWhatHasGrown_wasKilledByTooLargeSteps(double activations, boolean told) {
        isPoor();
        training.more = 1;
        training.deadShareOfMore = 1;
        training.firstActivations = activations;

        assertThat(training.warns("learning-rate-too-high")).isEqualTo(told);
        assertThat(training.finding("too-little-capacity").isPresent()).isEqualTo(!told);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    void layerThatLetsNoGradientThrough_isNoMatterOfTheRate(double dead, boolean told) {
        isPoor();
        training.updateRatio = 5e-5;
        training.deadShare = dead;

        assertThat(training.finding("learning-rate-too-low").isPresent()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"16, false", "3, true"})
    void layerThatCannotNumberTheClasses_isTooNarrowHoweverMuchTrainRowsAreAhead(int narrowest, boolean told) {
        isPoor();
        training.trainValue = 0.6;
        training.narrowest = narrowest;

        assertThat(training.finding("too-little-capacity").isPresent()).isEqualTo(told);
    }

    /** Steps of a thousandth of the weights, and what the network has right. */
    @ParameterizedTest
    @CsvSource({"800, 0.8, true", "1200, 0.8, false", "800, 0.96, false"})
    void stepsThatChangedLessThanTheWeights_mayBeTooFew(int iterations, double value, boolean told) {
        training.iterations = iterations;
        training.updateRatio = 1.1e-3;
        comesTo(value, 0.7, 0.6);
        training.loss = iteration -> 0.6;

        isSuspected("too-few-epochs", told);
    }

    @ParameterizedTest
    @CsvSource({"2, true", "20, false"})
    void hardlyAnyEpochs_mayBeTooFew(int planned, boolean told) {
        training.planned = planned;
        training.bestEpoch = planned;
        comesTo(0.8, 0.7, 0.6);
        training.loss = iteration -> 0.6;

        isSuspected("too-few-epochs", told);
    }

    /** Its steps only get smaller. */
    @ParameterizedTest
    @CsvSource({"adadelta, 0.8, true", "adadelta, 0.95, false", "adam, 0.8, false"})
    void shrinkingSteps_areSuspectedWhereMuchIsMissing(String optimiser, double value, boolean told) {
        training.optimiser = optimiser;
        comesTo(value, 0.7, 0.6);
        training.loss = iteration -> 0.6;

        isSuspected("wrong-optimiser", told);
    }

    /** What dropout leaves counts fifty times as much. */
    @Test
    void dropoutByWhichLossesLeap_comesBeforeTheRate() {
        isPoor();
        training.loss = iteration -> iteration == 0 ? 2.3 : 20;
        training.restraints = List.of("dropout");
        training.dropped = 0.98;

        alarms(training.finding("over-regularised"));
        assertThat(training.finding("learning-rate-too-high")).isEmpty();
    }

    /** An eighth of them is a single one, of whose noise nothing is known. */
    @Test
    void singleLossThatLeaps_isNoFaultOfTheRate() {
        isPoor();
        training.iterations = 8;
        training.loss = iteration -> iteration == 3 ? 6 : 2;

        assertThat(training.finding("learning-rate-too-high")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0.001, true"})
    void penaltyThatFellWhileTheLossRose_isACause(double rise, boolean told) {
        comesTo(0.8, 0.7, 0.7);
        training.loss = iteration -> 1 + rise * iteration;
        training.penalty = iteration -> iteration == 40 ? 3 : 0.5;
        training.restraints = List.of("l1");

        assertThat(training.warns("over-regularised")).isEqualTo(told);
    }

    @Test
    void usualDropout_isNotBlamedForAnythingElseThatGoesWrong() {
        isPoor();
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
        alarms(training.finding("bad-augmentation"));
    }

    @Test
    void hardlyAnySteps_areTooFewWhateverWasLearnt() {
        training.iterations = 32;
        comesTo(0.7, 0.6, 0.6);
        training.loss = iteration -> 0.6;

        alarms(training.finding("too-few-epochs"));
    }

    /** How many steps, and what the usual one changed of the weights: seven hundredths in all, fourteen, or seven in more steps. */
    @ParameterizedTest
    @CsvSource({"70, 0.001, true", "70, 0.002, false", "140, 0.0005, false"})
    void stepsThatChangedLessThanATenth_areTooFewWhereNoneOfASoundSizeChangesMore(
            int iterations, double updateRatio, boolean told) {
        training.iterations = iterations;
        training.updateRatio = updateRatio;
        comesTo(0.7, 0.6, 0.6);
        training.loss = iteration -> 0.6;

        assertThat(training.warns("too-few-epochs")).isEqualTo(told);
    }

    /** What neighbours tell of rows of which the network has learnt two thirds. */
    @ParameterizedTest
    @CsvSource({"sgd, 0.8, true", "sgd, 0.6, false", "adam, 0.8, false"})
    void smallStepsOfPlainDescent_areTooSmallWhereNeighboursDoBetter(
            String optimiser, double neighbours, boolean told) {
        training.optimiser = optimiser;
        training.updateRatio = 2e-4;
        comesTo(0.7, neighbours, 0.6);
        training.loss = iteration -> 0.6;

        assertThat(training.finding("learning-rate-too-low").isPresent()).isEqualTo(told);
    }

    /** What neighbours tell of rows of which the network has learnt seven tenths, and the loss that is left of 2.3. */
    @ParameterizedTest
    @CsvSource({
        "true, 0.8, 0.6, true",
        "true, 0.6, 0.6, false",
        "true, 0.6, 1.3, true",
        "false, 0.8, 0.6, false",
        "false, 0.9, 0.6, true"
    })
    void smallStepsOfAnyOptimiser_areTooSmallWhereMoreIsToBeLearnt(
            boolean falling, double neighbours, double left, boolean told) {
        training.updateRatio = 2e-4;
        comesTo(0.7, neighbours, left);
        training.loss = iteration -> left + (falling ? 1 - iteration / 800.0 : 0);

        assertThat(training.warns("learning-rate-too-low")).isEqualTo(told);
    }

    /** What a step changed of the weights, and what neighbours have right where the network has seven tenths. */
    @ParameterizedTest
    @CsvSource({
        "adagrad, 2e-4, 0.9, true",
        "adagrad, 2e-3, 0.9, false",
        "adagrad, 2e-4, 0.8, false",
        "adam, 2e-4, 0.9, false"
    })
    void optimiserWhoseStepsShrank_isTheCauseOfHarmWhereNoneWasSound(
            String optimiser, double updateRatio, double neighbours, boolean told) {
        training.optimiser = optimiser;
        training.updateRatio = updateRatio;
        comesTo(0.7, neighbours, 0.6);
        training.loss = iteration -> 0.6;

        assertThat(training.warns("wrong-optimiser")).isEqualTo(told);
    }

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
        comesTo(0.9, 0.9, 1.5);
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

        isPoor(); // which classes are right is by chance
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

    /** They learn from the same labels. */
    @Test
    void classThatNeighboursAnswerWell_isNotLabelledWrong() {
        training.value = 0.6;
        training.neighbours = 0.95;
        training.classes = List.of(
                of("a", 0.25, 200, 150), of("b", 0.15, 200, 20), of("c", 0.35, 200, 160), of("d", 0.25, 200, 150));

        assertThat(training.finding("bad-labels")).isEmpty();
    }

    @Test
    void fewIterations_areNotTheFaultOfUsualMomentum() {
        training.momentum = 0.9;
        training.iterations = 8;
        isPoor();

        assertThat(training.finding("learning-rate-too-high")).isEmpty();
    }

    @Test
    void classesInTheSameSharesEverywhere_areNotLabelledWrong() {
        training.value = 0.8;
        training.classes = List.of(
                of("a", 0.25, 200, 190), of("b", 0.25, 200, 100), of("c", 0.25, 200, 190), of("d", 0.25, 200, 190));

        assertThat(training.finding("bad-labels")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.02, INFO", "0.2, WARNING"})
    void rowsThatTellNothing_haveLabelsOfOthersWhereTheirFeaturesHaveToDoWithEachOther(
            double structure, Severity severity) {
        isPoor();
        training.value = 0.12;
        training.neighbours = 0;
        training.structure = structure;

        assertThat(training.finding("data-loading"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }
}
