package dev.touchstone.diagnosis.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.Severity;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the steps tell: their rate, their number and their optimiser. */
class StepsTest {
    private final FactsOfATraining training = new FactsOfATraining();

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

    @Test
    void fewIterations_areNotTheFaultOfUsualMomentum() {
        training.momentum = 0.9;
        training.iterations = 8;
        training.isPoor();

        assertThat(training.finding("learning-rate-too-high")).isEmpty();
    }

    /** A start that costs more than knowing nothing is no excuse. */
    @ParameterizedTest
    @CsvSource({"10, true", "1.5, false"})
    void lossThatEndsFarAboveAPoorStart_leapt(double times, boolean told) {
        training.comesTo(0.1, 0.95, times * 8);
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
        training.isPoor();
        training.trainLoss = best;
        training.loss = iteration -> 2.301 + 0.0001 * (iteration % 3);

        assertThat(training.finding("learning-rate-too-high").isPresent()).isEqualTo(told);
    }

    /** An eighth of them is a single one, of whose noise nothing is known. */
    @Test
    void singleLossThatLeaps_isNoFaultOfTheRate() {
        training.isPoor();
        training.iterations = 8;
        training.loss = iteration -> iteration == 3 ? 6 : 2;

        assertThat(training.finding("learning-rate-too-high")).isEmpty();
    }

    /** Of the inputs' scale, which any initialisation keeps. */
    @ParameterizedTest
    @CsvSource({"3, true", "1, false"})
    void layerThatDiedOfWhatHasGrown_wasKilledByTooLargeSteps(double activations, boolean told) {
        training.isPoor();
        training.more = 1;
        training.deadShareOfMore = 1;
        training.firstActivations = activations;

        assertThat(training.warns("learning-rate-too-high")).isEqualTo(told);
        assertThat(training.finding("too-little-capacity").isPresent()).isEqualTo(!told);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    void layerThatLetsNoGradientThrough_isNoMatterOfTheRate(double dead, boolean told) {
        training.isPoor();
        training.updateRatio = 5e-5;
        training.deadShare = dead;

        assertThat(training.finding("learning-rate-too-low").isPresent()).isEqualTo(told);
    }

    /** What neighbours tell of rows of which the network has learnt two thirds. */
    @ParameterizedTest
    @CsvSource({"sgd, 0.8, true", "sgd, 0.6, false", "adam, 0.8, false"})
    void smallStepsOfPlainDescent_areTooSmallWhereNeighboursDoBetter(
            String optimiser, double neighbours, boolean told) {
        training.optimiser = optimiser;
        training.updateRatio = 2e-4;
        training.comesTo(0.7, neighbours, 0.6);
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
        training.comesTo(0.7, neighbours, left);
        training.loss = iteration -> left + (falling ? 1 - iteration / 800.0 : 0);

        assertThat(training.warns("learning-rate-too-low")).isEqualTo(told);
    }

    /** Its steps only get smaller. */
    @ParameterizedTest
    @CsvSource({"adadelta, 0.8, true", "adadelta, 0.95, false", "adam, 0.8, false"})
    void shrinkingSteps_areSuspectedWhereMuchIsMissing(String optimiser, double value, boolean told) {
        training.optimiser = optimiser;
        training.comesTo(value, 0.7, 0.6);
        training.loss = iteration -> 0.6;

        assertThat(training.severity("wrong-optimiser"))
                .isEqualTo(told ? Optional.of(Severity.INFO) : Optional.empty());
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
        training.comesTo(0.7, neighbours, 0.6);
        training.loss = iteration -> 0.6;

        assertThat(training.warns("wrong-optimiser")).isEqualTo(told);
    }

    /** Steps of a thousandth of the weights, and what the network has right. */
    @ParameterizedTest
    @CsvSource({"800, 0.8, true", "1200, 0.8, false", "800, 0.96, false"})
    void stepsThatChangedLessThanTheWeights_mayBeTooFew(int iterations, double value, boolean told) {
        training.iterations = iterations;
        training.updateRatio = 1.1e-3;
        training.comesTo(value, 0.7, 0.6);
        training.loss = iteration -> 0.6;

        assertThat(training.severity("too-few-epochs")).isEqualTo(told ? Optional.of(Severity.INFO) : Optional.empty());
    }

    /** How many steps, and what the usual one changed of the weights: seven hundredths in all, fourteen, or seven in more steps. */
    @ParameterizedTest
    @CsvSource({"70, 0.001, true", "70, 0.002, false", "140, 0.0005, false"})
    void stepsThatChangedLessThanATenth_areTooFewWhereNoneOfASoundSizeChangesMore(
            int iterations, double updateRatio, boolean told) {
        training.iterations = iterations;
        training.updateRatio = updateRatio;
        training.comesTo(0.7, 0.6, 0.6);
        training.loss = iteration -> 0.6;

        assertThat(training.warns("too-few-epochs")).isEqualTo(told);
    }

    @Test
    void hardlyAnySteps_areTooFewWhateverWasLearnt() {
        training.iterations = 32;
        training.comesTo(0.7, 0.6, 0.6);
        training.loss = iteration -> 0.6;

        assertThat(training.warns("too-few-epochs")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2, true", "20, false"})
    void hardlyAnyEpochs_mayBeTooFew(int planned, boolean told) {
        training.planned = planned;
        training.bestEpoch = planned;
        training.comesTo(0.8, 0.7, 0.6);
        training.loss = iteration -> 0.6;

        assertThat(training.severity("too-few-epochs")).isEqualTo(told ? Optional.of(Severity.INFO) : Optional.empty());
    }
}
