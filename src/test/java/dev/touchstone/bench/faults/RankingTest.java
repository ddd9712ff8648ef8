package dev.touchstone.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.bench.faults.Said.By;
import dev.touchstone.diagnosis.Severity;
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
