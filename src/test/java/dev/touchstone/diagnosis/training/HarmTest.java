package dev.touchstone.diagnosis.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.data.Drift;
import dev.touchstone.metric.Interval;
import dev.touchstone.training.StoppingRule;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What alarms because of what it cost, and what is merely odd. */
class HarmTest {
    private final FactsOfATraining training = new FactsOfATraining();

    private void falls(double slowness) {
        training.loss = iteration -> 0.3 + 2 * Math.exp(-iteration / slowness);
        training.trainLoss = training.loss.applyAsDouble(FactsOfATraining.ITERATIONS);
    }

    @Test
    void soundTraining_hasNoFinding() {
        assertThat(training.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200, INFO", "800, WARNING"})
    void trainingThatStillFalls_alarmsWhereMoreIsAheadThanTheNoiseOfItsValue(double slowness, Severity severity) {
        training.value = 0.75;
        falls(slowness);

        assertThat(training.finding("too-few-epochs"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }

    @Test
    void trainingThatStillFalls_isNoAlarmWhereItLearntWhatTheRowsTell() {
        falls(250);

        assertThat(training.finding("too-few-epochs"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(Severity.INFO));
    }

    @ParameterizedTest
    @CsvSource({"0.94, INFO", "0.83, INFO", "0.7, WARNING"})
    void deadUnits_alarmWhereTheNetworkFallsShortBeyondNoise(double value, Severity severity) {
        training.deadShare = 0.6;
        training.value = value;

        assertThat(training.finding("dead-units"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }

    @Test
    void featuresOfSeveralTimesTheirScale_alarmWhereTheLossStartsFarAboveGuessing() {
        training.inputScale = 7;
        assertThat(training.finding("unnormalised-input")).isEmpty();

        training.loss = iteration -> 0.1 + 20 * Math.exp(-iteration / 50.0);

        assertThat(training.findings().get(0)).satisfies(alarms("unnormalised-input"));
    }

    @ParameterizedTest
    @CsvSource({"0.7, 0.7, WARNING", "0.7, 0.95, INFO", "0.95, 0.7, INFO"})
    void featuresThatNeverVary_alarmWhereNeitherNetworkNorNeighboursMakeUpForThem(
            double value, double neighbours, Severity severity) {
        training.constantFeatures = 0.8;
        training.value = value;
        training.neighbours = neighbours;

        assertThat(training.finding("poor-features"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }

    @ParameterizedTest
    @CsvSource({"0.95, WARNING", "0.3, INFO"})
    void overfitting_isNoAlarmWhereTheNetworkStillDoesBetterThanNeighbours(double neighbours, Severity severity) {
        training.value = 0.5;
        training.trainValue = 0.99;
        training.neighbours = neighbours;

        assertThat(training.finding("overfitting"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }

    @ParameterizedTest
    @CsvSource({"0.11, INFO", "0.23, WARNING", "0.27, INFO"})
    void featuresThatTellLittle_alarmWhereMostIsMissingBeyondNoiseAndNeighboursTellNoMore(
            double value, Severity severity) {
        training.neighbours = 0.15;
        training.value = value;
        training.trainLoss = 2;
        training.loss = iteration -> 2;

        assertThat(training.finding("poor-features"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }

    @ParameterizedTest
    @CsvSource({"0.005, false", "-0.01, true"})
    void valueNearTheBaseline_isComparedWithItRowByRow(double least, boolean alarms) {
        training.value = 0.12;
        training.gain = new Interval(least, 0.05);

        assertThat(training.finding("no-better-than-baseline").isPresent()).isEqualTo(alarms);
    }

    @ParameterizedTest
    @CsvSource({"0.005, INFO", "0.2, WARNING"})
    void stoppingWhileTheValidationLossFell_alarmsWhereItFellByMoreThanNoise(double step, Severity severity) {
        training.rule = StoppingRule.PATIENCE;
        training.planned = 60;
        training.bestEpoch = 12;
        training.value = 0.4;
        training.trainLoss = 1.5;
        training.validationLoss = epoch -> 5 - step * epoch;

        assertThat(training.finding("early-stopped-on-noise"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }

    @Test
    void twoUnitsForTenClasses_areTooFewHoweverLongTheyTrain() {
        training.narrowest = 2;
        training.value = 0.4;
        training.loss = iteration -> 2.3 - 0.9 * iteration / FactsOfATraining.ITERATIONS;
        training.trainLoss = 1.4;

        assertThat(training.findings().get(0)).satisfies(alarms("too-little-capacity"));
    }

    @Test
    void batchesOfASingleRow_alarmWhereHarmWasDone() {
        training.batchSize = 1;
        assertThat(training.finding("batch-construction")).isEmpty();

        training.value = 0.6;

        assertThat(training.findings().get(0)).satisfies(alarms("batch-construction"));
    }

    @ParameterizedTest
    @CsvSource({"0.002, true", "0.00001, false"})
    void dropoutThatLeavesTooLittle_isBlamedWhereStepsWereSound(double updateRatio, boolean blamed) {
        training.restraints = List.of("dropout");
        training.value = 0.75;
        training.updateRatio = updateRatio;
        training.loss = iteration -> 2;
        training.trainLoss = 1.1;

        assertThat(training.finding("over-regularised").isPresent()).isEqualTo(blamed);
    }

    @ParameterizedTest
    @CsvSource({"0.8, WARNING", "0.2, INFO"})
    void littleThatWasLearnt_isNoHarmWhereTheNetworkDoesBetterThanNeighbours(double neighbours, Severity severity) {
        training.deadShare = 0.6;
        training.value = 0.5;
        training.trainLoss = 1.5;
        training.loss = iteration -> 1.5;
        training.neighbours = neighbours;

        assertThat(training.finding("dead-units"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }

    @ParameterizedTest
    @CsvSource({"0.94, INFO", "0.8, WARNING"})
    void whatTheConfigurationShows_alarmsWhereATenthIsMissing(double value, Severity severity) {
        training.neighbours = 0.8;
        training.value = value;
        training.frozen = true;
        training.inputScale = 20;

        assertThat(training.finding("frozen-parameters"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
        assertThat(training.finding("unnormalised-input"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }

    @ParameterizedTest
    @CsvSource({"0.94, false", "0.8, true"})
    void weightsAlikeAndRatesThatOnlyGrow_areCausesWhereATenthIsMissing(double value, boolean told) {
        training.neighbours = 0.8;
        training.value = value;
        training.alike = List.of("0-dense");
        training.rate = epoch -> 0.001 * epoch;

        assertThat(training.finding("poor-initialisation").isPresent()).isEqualTo(told);
        assertThat(training.finding("schedule-mismatch").isPresent()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"dropout, WARNING", "weight noise, INFO"})
    void flatUnits_areNoCauseWhereNoiseDrivesThemThere(String restraint, Severity severity) {
        training.value = 0.6;
        training.saturatedShare = 0.9;
        training.restraints = List.of(restraint);

        assertThat(training.finding("saturating-activation"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }

    /** Epochs that were planned, what is right, and by what share the validation loss fell in the last of them. */
    @ParameterizedTest
    @CsvSource({"2, 0.8, 0.1, true", "2, 0.95, 0.1, false", "2, 0.8, 0.01, false", "20, 0.8, 0.1, false"})
    void fewEpochs_alarmWhereMuchIsMissingAndTheValidationLossStillFell(
            int planned, double value, double fall, boolean told) {
        training.planned = planned;
        training.bestEpoch = planned;
        training.value = value;
        training.neighbours = 0.7;
        training.validationLoss = epoch -> Math.pow(1 - fall, epoch);

        assertThat(training.warns("too-few-epochs")).isEqualTo(told);
    }

    /** Likeness of rows beyond that of independent features, what is right, and what neighbours have right. */
    @ParameterizedTest
    @CsvSource({"0.02, 0.4, 0.3, true", "0.3, 0.4, 0.3, false", "0.02, 0.7, 0.3, false", "0.02, 0.4, 0.7, false"})
    void featuresLikeNoise_arePoorWhereTheNetworkMissesMostAndNeighboursMore(
            double structure, double value, double neighbours, boolean told) {
        training.structure = structure;
        training.value = value;
        training.trainLoss = 1;
        training.loss = iteration -> 1;
        training.neighbours = neighbours;

        assertThat(training.warns("poor-features")).isEqualTo(told);
    }

    /** Whether there were hardly any. */
    @ParameterizedTest
    @CsvSource({"800, true", "40, false"})
    void overfitting_isNoAlarmAfterHardlyAnySteps(int iterations, boolean alarms) {
        training.iterations = iterations;
        training.value = 0.4;
        training.trainValue = 1;

        assertThat(training.warns("overfitting")).isEqualTo(alarms);
    }

    @Test
    void bestOfEqualEpochs_isLateWhereTheLastOfThemIs() {
        training.bestEpoch = 12;
        training.value = 0.75;
        falls(800);

        assertThat(training.findings()).anySatisfy(alarms("too-few-epochs"));
    }

    @ParameterizedTest
    @CsvSource({"5000, true", "100, false"})
    void lossThatOneClassOutweighs_isWrongThoughTrainingBroke(double heaviest, boolean told) {
        training.broken = true;
        training.heaviest = heaviest;

        assertThat(training.finding("wrong-loss").isPresent()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"0.7, true", "0.52, false"})
    void splitsThatDiffer_areTheCauseWhereMoreThanHalfIsMissing(double together, boolean told) {
        training.value = 0.5;
        training.trainValue = 0.9;
        training.drift = new Drift(together, 0.5, 20);

        assertThat(training.findings().stream()
                        .filter(found -> found.severity() == Severity.WARNING)
                        .map(Finding::code))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .satisfies(codes -> assertThat(codes.contains("split-mismatch")).isEqualTo(told));
    }

    private static Consumer<Finding> alarms(String code) {
        return found -> {
            assertThat(found.code()).isEqualTo(code);
            assertThat(found.severity()).isEqualTo(Severity.WARNING);
        };
    }
}
