package dev.touchstone.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.bench.faults.Said.By;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.experiment.Outcome;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.TrainingGain;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static Said cause(String code, Severity severity, By by) {
        return new Said(code, severity, by, true, false, false);
    }

    @Test
    void causesComeByHowDirectlyTheyAreSeen_andBeforeSymptoms() {
        Said symptom = new Said("input-ignored", Severity.ERROR, By.TRAINING, false, false, false);

        assertThat(Ranking.of(List.of(
                        symptom,
                        cause("overfitting", Severity.WARNING, By.TRAINING),
                        cause("label-noise", Severity.WARNING, By.DATA_CHECK),
                        cause("learning-rate-too-high", Severity.ERROR, By.TRAINING))))
                .containsExactly("label-noise", "learning-rate-too-high", "overfitting", "input-ignored");
    }

    @Test
    void whatAnExperimentConfirmedComesFirst_andWhatItRefutedIsNotTold() {
        assertThat(Ranking.of(List.of(
                        cause("leaking-feature", Severity.ERROR, By.DATA_CHECK),
                        new Said("batch-size", Severity.WARNING, By.TRAINING, true, true, false),
                        new Said("overfitting", Severity.INFO, By.TRAINING, true, false, true))))
                .containsExactly("batch-size", "leaking-feature");
    }

    @Test
    void whatExperimentsConfirmed_comesAsItIsToldWhateverItsPrecedence() {
        assertThat(Ranking.of(List.of(
                        new Said("learning-rate-too-high", Severity.WARNING, By.TRAINING, true, true, false),
                        new Said("poor-features", Severity.WARNING, By.TRAINING, true, true, false))))
                .containsExactly("learning-rate-too-high", "poor-features");
    }

    @Test
    void whatAGateAdvisedAgainst_alarmsUntilAnExperimentSettlesItOrConfirmsAnotherCause() {
        Said advised = cause("learning-rate-too-high", Severity.WARNING, By.GATE);
        TrainingGain none = new TrainingGain(0.9, 0.9, 0, new Interval(-0.01, 0.01), 3);

        assertThat(advised.after(List.of()).isAlarm()).isTrue();
        assertThat(advised.after(List.of(tested("batch-size", new Outcome.Refuted(none))))
                        .isAlarm())
                .isTrue();
        assertThat(advised.after(List.of(tested("learning-rate-too-high", new Outcome.Undecided("it broke"))))
                        .isAlarm())
                .isTrue();
        assertThat(advised.after(List.of(tested("learning-rate-too-high", new Outcome.Refuted(none))))
                        .isAlarm())
                .isTrue();
        assertThat(advised.after(List.of(
                                tested("learning-rate-too-high", new Outcome.Refuted(none)),
                                tested("batch-size", new Outcome.Confirmed(none))))
                        .isAlarm())
                .isFalse();
    }

    private static Tested tested(String code, Outcome outcome) {
        return new Tested(code, "with another rate", "take another rate", "accuracy", 3, 960, 0, outcome);
    }

    @Test
    void whatIsForInformationAlone_isNoAlarm() {
        assertThat(Ranking.of(List.of(cause("schedule-mismatch", Severity.INFO, By.TRAINING))))
                .isEmpty();
    }

    @Test
    void whatDataChecksTellForInformation_isNoCauseOfAnything() {
        assertThat(Ranking.of(List.of(
                        cause("missing-values", Severity.INFO, By.DATA_CHECK),
                        cause("too-few-epochs", Severity.INFO, By.TRAINING),
                        cause("gate-overfit-tiny-batch", Severity.WARNING, By.GATE))))
                .containsExactly("gate-overfit-tiny-batch", "too-few-epochs");
    }
}
