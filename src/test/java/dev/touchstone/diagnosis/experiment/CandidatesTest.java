package dev.touchstone.diagnosis.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.TrainingGain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sweep tests on a trial, and in which order. */
class CandidatesTest {
    private static final TrainingGain GAIN = new TrainingGain(0.5, 0.5, 0, new Interval(-0.01, 0.01), 3);

    private static Finding finding(FindingCode code, Severity severity) {
        return code.finding(severity, code.meaning(), new Evidence(), "mend it");
    }

    private static Tested tested(FindingCode code, Outcome outcome) {
        return new Tested(code.specName(), "with another rate", "take another rate", "accuracy", 3, 960, 0, outcome);
    }

    private static List<FindingCode> candidates(List<Finding> found, Tested... tested) {
        return Experiments.candidates(Weighed.of(found, List.of(tested)), List.of(tested));
    }

    @Test
    void causeThatLeads_comesBeforeWhatIsUnusual() {
        List<Finding> found = List.of(
                finding(FindingCode.INPUT_IGNORED, Severity.ERROR),
                finding(FindingCode.TOO_FEW_EPOCHS, Severity.WARNING),
                finding(FindingCode.POOR_INITIALISATION, Severity.WARNING));

        assertThat(candidates(found))
                .startsWith(FindingCode.TOO_FEW_EPOCHS)
                .contains(FindingCode.OVER_REGULARISED, FindingCode.POOR_INITIALISATION)
                .doesNotContain(FindingCode.INPUT_IGNORED, FindingCode.TOO_LITTLE_CAPACITY)
                .doesNotHaveDuplicates();
        assertThat(candidates(found, tested(FindingCode.TOO_FEW_EPOCHS, new Outcome.Refuted(GAIN))))
                .startsWith(FindingCode.POOR_INITIALISATION)
                .doesNotContain(FindingCode.TOO_FEW_EPOCHS);
    }

    @Test
    void whereASymptomAlarmsAlone_whatIsUnusualIsTested() {
        assertThat(candidates(List.of(finding(FindingCode.INPUT_IGNORED, Severity.ERROR))))
                .startsWith(FindingCode.FROZEN_PARAMETERS)
                .doesNotContain(FindingCode.INPUT_IGNORED);
    }

    @ParameterizedTest
    @CsvSource({"batch-size, false", "poor-features, true", "split-mismatch, true"})
    void whatTheCauseIsToldApartBy_endsIt(String confirmed, boolean goesOn) {
        FindingCode code = FindingCode.named(confirmed).orElseThrow();

        List<FindingCode> left =
                candidates(List.of(finding(code, Severity.WARNING)), tested(code, new Outcome.Confirmed(GAIN)));

        assertThat(left.isEmpty()).isEqualTo(!goesOn);
    }

    @Test
    void whereNothingAlarms_nothingIsTested() {
        assertThat(candidates(List.of())).isEmpty();
        assertThat(candidates(List.of(finding(FindingCode.OVERFITTING, Severity.INFO))))
                .isEmpty();
    }
}
