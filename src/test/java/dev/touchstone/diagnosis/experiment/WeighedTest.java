package dev.touchstone.diagnosis.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Json;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.TrainingGain;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What experiments make of findings. */
class WeighedTest {
    private static TrainingGain gain(double gain) {
        return new TrainingGain(0.34, 0.34 + gain, gain, new Interval(gain - 0.05, gain + 0.05), 3);
    }

    private static Finding finding(FindingCode code, Severity severity) {
        return code.finding(severity, code.meaning(), new Evidence().with("looks", 3), "mend it");
    }

    private static Tested tested(FindingCode code, Outcome outcome) {
        return new Tested(code.specName(), "with another rate", "take another rate", "accuracy", 3, 960, 0, outcome);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void confirmedCauseOfTheLargestGain_comesFirstAndRefutedOnesLast() {
        List<Finding> weighed = Weighed.of(
                List.of(
                        finding(FindingCode.LEARNING_RATE_TOO_HIGH, Severity.ERROR),
                        finding(FindingCode.DEAD_UNITS, Severity.WARNING),
                        finding(FindingCode.BATCH_SIZE, Severity.INFO)),
                List.of(
                        tested(FindingCode.LEARNING_RATE_TOO_HIGH, new Outcome.Refuted(gain(0))),
                        tested(FindingCode.BATCH_SIZE, new Outcome.Confirmed(gain(0.2))),
                        tested(FindingCode.FROZEN_PARAMETERS, new Outcome.Confirmed(gain(0.57)))));

        assertThat(codes(weighed))
                .containsExactly("frozen-parameters", "batch-size", "dead-units", "learning-rate-too-high");
        assertThat(weighed).extracting(Finding::confirmed).containsExactly(true, true, false, false);
        assertThat(weighed)
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING, Severity.WARNING, Severity.WARNING, Severity.INFO);
        assertThat(weighed.get(0).cause())
                .isEqualTo(FindingCode.FROZEN_PARAMETERS.meaning()
                        + "; confirmed: with another rate, accuracy 0.91 instead of 0.34, gain 0.57"
                        + " (99 %: 0.52 to 0.62, 3 trainings)");
        assertThat(weighed.get(0).remedy()).isEqualTo("take another rate");
        assertThat(weighed.get(1).evidence()).containsEntry("looks", 3).containsKey(Weighed.EXPERIMENT);
        assertThat(weighed.get(3).cause()).contains("; refuted: ");
    }

    @Test
    void findingThatContradictsAConfirmedCause_goes() {
        List<Finding> weighed = Weighed.of(
                List.of(
                        finding(FindingCode.LEARNING_RATE_TOO_HIGH, Severity.ERROR),
                        finding(FindingCode.INPUT_IGNORED, Severity.WARNING)),
                List.of(
                        tested(FindingCode.OVER_REGULARISED, new Outcome.Confirmed(gain(0.6))),
                        tested(FindingCode.LEARNING_RATE_TOO_HIGH, new Outcome.Confirmed(gain(0.1)))));

        assertThat(codes(weighed)).containsExactly("over-regularised", "input-ignored");
    }

    static List<Outcome> speakingAgainst() {
        return List.of(new Outcome.Refuted(gain(0)), new Outcome.Unlikely(gain(0.01)));
    }

    @ParameterizedTest
    @MethodSource("speakingAgainst")
    void causeWhoseRemedyGainsNothing_alarmsInItsPlaceAndIsDoubted(Outcome outcome) {
        List<Finding> weighed = Weighed.of(
                List.of(
                        finding(FindingCode.BATCH_SIZE, Severity.WARNING),
                        finding(FindingCode.DEAD_UNITS, Severity.WARNING)),
                List.of(tested(FindingCode.BATCH_SIZE, outcome)));

        assertThat(codes(weighed)).containsExactly("batch-size", "dead-units");
        assertThat(weighed).extracting(Finding::severity).containsOnly(Severity.WARNING);
        assertThat(weighed).extracting(Weighed::isDoubted).containsExactly(true, false);
        assertThat(weighed).extracting(Weighed::standing).containsExactly(outcome.specName(), "likely");
        assertThat(weighed.get(0).cause()).contains("; " + outcome.specName() + ": with another rate");
    }

    @ParameterizedTest
    @CsvSource({
        "early-stopped-on-noise, refuted, false",
        "early-stopped-on-noise, unlikely, true",
        "learning-rate-too-high, refuted, true",
    })
    void alarmIsLowered_onlyWhereTheExperimentLeavesNoDoubt(String code, String outcome, boolean alarms) {
        FindingCode hypothesis = FindingCode.named(code).orElseThrow();
        List<Tested> tested = List.of(tested(
                hypothesis, outcome.equals("refuted") ? new Outcome.Refuted(gain(0)) : new Outcome.Unlikely(gain(0))));

        Finding weighed = Weighed.of(List.of(finding(hypothesis, Severity.WARNING)), tested)
                .get(0);

        assertThat(weighed.severity()).isEqualTo(alarms ? Severity.WARNING : Severity.INFO);
        assertThat(Weighed.isDoubted(weighed)).isEqualTo(alarms);
        assertThat(Weighed.lowers(tested, code)).isEqualTo(!alarms);
        assertThat(Weighed.standing(weighed)).isEqualTo(outcome);
    }

    @Test
    void symptomThatIsConfirmed_explainsNothingThatWasSpokenAgainst() {
        List<Finding> weighed = Weighed.of(
                List.of(
                        finding(FindingCode.BATCH_SIZE, Severity.WARNING),
                        finding(FindingCode.INPUT_IGNORED, Severity.WARNING)),
                List.of(
                        tested(FindingCode.BATCH_SIZE, new Outcome.Refuted(gain(0))),
                        tested(FindingCode.INPUT_IGNORED, new Outcome.Confirmed(gain(0)))));

        assertThat(weighed).extracting(Finding::severity).containsOnly(Severity.WARNING);
    }

    @Test
    void whatIsConfirmedByNoRemedy_keepsItsPlaceBesideWhatItMayComeFrom() {
        List<Finding> weighed = Weighed.of(
                List.of(
                        finding(FindingCode.BAD_LABELS, Severity.WARNING),
                        finding(FindingCode.POOR_FEATURES, Severity.INFO)),
                List.of(tested(FindingCode.POOR_FEATURES, new Outcome.Confirmed(gain(0)))));

        assertThat(codes(weighed)).containsExactly("bad-labels", "poor-features");
        assertThat(weighed).noneMatch(Finding::confirmed);
        assertThat(weighed).extracting(Finding::severity).containsOnly(Severity.WARNING);
        assertThat(weighed).extracting(Weighed::standing).containsExactly("likely", "confirmed");
    }

    @Test
    void causeThatIsNotDoubted_leadsBeforeOneThatIs_andBeforeSymptoms() {
        List<Finding> found = List.of(
                finding(FindingCode.INPUT_IGNORED, Severity.ERROR),
                finding(FindingCode.BATCH_SIZE, Severity.WARNING),
                finding(FindingCode.OVERFITTING, Severity.INFO),
                finding(FindingCode.TOO_FEW_EPOCHS, Severity.WARNING));
        Tested doubted = tested(FindingCode.BATCH_SIZE, new Outcome.Unlikely(gain(0)));
        Tested also = tested(FindingCode.TOO_FEW_EPOCHS, new Outcome.Refuted(gain(0)));

        assertThat(Weighed.leading(found)).contains(FindingCode.BATCH_SIZE);
        assertThat(Weighed.leading(Weighed.of(found, List.of(doubted)))).contains(FindingCode.TOO_FEW_EPOCHS);
        assertThat(Weighed.leading(Weighed.of(found, List.of(doubted, also)))).contains(FindingCode.BATCH_SIZE);
        assertThat(Weighed.leading(List.of())).isEmpty();
    }

    @Test
    void laterTestOfAHypothesis_replacesAnEarlierOne() {
        List<Finding> weighed = Weighed.of(
                List.of(finding(FindingCode.BATCH_SIZE, Severity.WARNING)),
                List.of(
                        tested(FindingCode.BATCH_SIZE, new Outcome.Undecided("it broke")),
                        tested(FindingCode.BATCH_SIZE, new Outcome.Confirmed(gain(0.2)))));

        assertThat(weighed).singleElement().matches(Finding::confirmed);
    }

    static List<Outcome> outcomes() {
        TrainingGain unknown =
                new TrainingGain(Double.NaN, 0.5, Double.NaN, new Interval(Double.NaN, Double.POSITIVE_INFINITY), 3);
        return List.of(
                new Outcome.Confirmed(gain(0.1)),
                new Outcome.Refuted(gain(0)),
                new Outcome.Refuted(unknown),
                new Outcome.Unlikely(gain(0.01)),
                new Outcome.Undecided("the worker crashed"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void outcome_isReadBackAsItWasKept(Outcome outcome) {
        Tested kept = tested(FindingCode.WRONG_LOSS, outcome);

        assertThat(Json.read(Json.write(kept), Tested.class)).isEqualTo(kept);
        assertThat(Weighed.of(List.of(), List.of(kept)))
                .allMatch(finding -> finding.evidence().get(Weighed.EXPERIMENT) instanceof Map);
    }
}
