package dev.touchstone.diagnosis.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.metric.Interval;
import dev.touchstone.training.StoppingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trainings that look odd and are as good as their rows let them be, beside such that are not. */
class SoundButOddTest {
    private final FactsOfATraining training = new FactsOfATraining();

    @ParameterizedTest
    @CsvSource({"0.94, INFO", "0.6, WARNING"})
    void lossThatLeapt_isForInformationWhereTheNetworkRecovered(double value, Severity severity) {
        training.value = value;
        training.loss = iteration -> iteration > 200 && iteration < 320 ? 50 : 0.1 + 2.2 * Math.exp(-iteration / 50.0);

        assertThat(training.finding("learning-rate-too-high"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }

    @ParameterizedTest
    @CsvSource({"0.4, INFO", "0.13, WARNING"})
    void weakSignal_isNoHarmWhereTheNetworkLearntSomethingAndNeighboursDidNot(double value, Severity severity) {
        training.neighbours = 0.02;
        training.deadShare = 0.6;
        training.value = value;
        training.trainLoss = 1.8;
        training.loss = iteration -> 1.8;

        assertThat(training.finding("dead-units"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }

    @ParameterizedTest
    @CsvSource({"1.8, false", "2.29, true"})
    void lossThatStoodStill_isToldWhereItIsThatOfKnowingNothing(double loss, boolean told) {
        training.value = 0.3;
        training.trainLoss = loss;
        training.loss = iteration -> loss + 0.001 * (iteration % 7);

        assertThat(training.finding("loss-not-decreasing").isPresent()).isEqualTo(told);
    }

    @Test
    void stoppingWhereEverythingIsRight_isForInformation() {
        training.rule = StoppingRule.PATIENCE;
        training.planned = 60;
        training.bestEpoch = 12;
        training.value = 1;
        training.validationLoss = epoch -> 10 * Math.pow(0.8, epoch);

        assertThat(training.finding("early-stopped-on-noise"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(Severity.INFO));
    }

    @ParameterizedTest
    @CsvSource({"-1, WARNING", "1, INFO"})
    void stoppingWhileTheTrainingLossFell_alarmsWhereTheValidationLossDidNotRise(double step, Severity severity) {
        training.rule = StoppingRule.PATIENCE;
        training.planned = 60;
        training.bestEpoch = 12;
        training.value = 0.6;
        training.loss = iteration -> 0.3 + 2 * Math.exp(-iteration / 800.0);
        training.trainLoss = training.loss.applyAsDouble(FactsOfATraining.ITERATIONS);
        training.validationLoss = epoch -> 30 + step * epoch;

        assertThat(training.finding("early-stopped-on-noise")
                        .map(Finding::severity)
                        .orElse(Severity.INFO))
                .isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({"1.5, INFO", "2.3, WARNING"})
    void valueThatFewRowsDoNotShowToBeBetter_isForInformationWhereValidationRowsCostLess(
            double validationLoss, Severity severity) {
        training.value = 0.12;
        training.gain = new Interval(-0.01, 0.05);
        training.validationLoss = epoch -> validationLoss;

        assertThat(training.finding("no-better-than-baseline"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }
}
