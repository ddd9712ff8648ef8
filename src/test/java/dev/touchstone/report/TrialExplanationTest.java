package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.experiment.Outcome;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.diagnosis.experiment.Weighed;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.TrainingGain;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialExplanationTest {
    @Test
    void whatDataChecksWarnOf_isToldAmongWhatTrainingShowsTheLikeliestCauseFirst() {
        Explanation told = explained(
                List.of(
                        found("too-few-epochs", Severity.WARNING),
                        found("dead-units", Severity.WARNING),
                        found("overfitting", Severity.INFO)),
                List.of(
                        found("small-validation-split", Severity.WARNING),
                        found("label-noise", Severity.WARNING),
                        found("constant-features", Severity.INFO)));

        assertThat(told.findings())
                .extracting(Finding::code)
                .containsExactly(
                        "label-noise", "too-few-epochs", "small-validation-split", "dead-units", "overfitting");
        assertThat(told.summary())
                .hasSizeLessThanOrEqualTo(Explanation.MOST)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Most likely cause: label-noise: ")
                        .endsWith("With it: too-few-epochs, small-validation-split, dead-units."))
                .contains("To change: mend label-noise.");
    }

    @Test
    void whatAnExperimentConfirmed_isToldBeforeWhatDataChecksWarnOf() {
        Finding confirmed = new Finding(
                "too-little-capacity", Severity.WARNING, "it is told", true, Map.of(), "mend too-little-capacity");

        Explanation told = explained(List.of(confirmed), List.of(found("label-noise", Severity.WARNING)));

        assertThat(told.findings()).extracting(Finding::code).containsExactly("too-little-capacity", "label-noise");
        assertThat(told.summary()).anyMatch(line -> line.startsWith("Confirmed cause: too-little-capacity"));
    }

    @Test
    void causeWhoseRemedyGainedNothing_isSuspectedAndNotAlsoSpokenAgainst() {
        TrainingGain none = new TrainingGain(0.5, 0.5, 0, new Interval(-0.01, 0.01), 1);
        List<Tested> tested = List.of(
                tested("batch-size", new Outcome.Unlikely(none)),
                tested("early-stopped-on-noise", new Outcome.Refuted(none)),
                tested("wrong-optimiser", new Outcome.Refuted(none)));
        List<Finding> found = List.of(
                found("early-stopped-on-noise", Severity.WARNING),
                found("batch-size", Severity.WARNING),
                found("too-few-epochs", Severity.WARNING));

        Explanation told = TrialExplanation.of(failed(Weighed.of(found, tested), tested), List.of(), List.of());

        assertThat(told.summary())
                .hasSizeLessThanOrEqualTo(Explanation.MOST)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Suspected cause: batch-size: it is told; unlikely: with another rate")
                        .endsWith("With it: too-few-epochs."))
                .contains("To change: mend batch-size; what an experiment tried of it gained too little by itself, so"
                        + " that more may be the matter.")
                .contains("Spoken against: by experiment, early-stopped-on-noise, wrong-optimiser.");
    }

    @Test
    void featuresThatGiveTheLabelAway_areNotAlsoToldToTellNothing() {
        Explanation told = explained(
                List.of(found("poor-features", Severity.WARNING)), List.of(found("leaking-feature", Severity.ERROR)));

        assertThat(told.findings()).extracting(Finding::code).containsExactly("leaking-feature");
    }

    @Test
    void trialOfWhichNothingIsKnown_isNotExplainedByItsRows() {
        Explanation told = explained(List.of(), List.of(found("small-validation-split", Severity.WARNING)));

        assertThat(told.findings()).isEmpty();
        assertThat(told.summary()).hasSize(1);
    }

    private static Explanation explained(List<Finding> training, List<Finding> data) {
        return TrialExplanation.of(failed(training, List.of()), data, List.of());
    }

    private static Tested tested(String code, Outcome outcome) {
        return new Tested(code, "with another rate", "take another rate", "accuracy", 3, 960, 0, outcome);
    }

    private static Finding found(String code, Severity severity) {
        return new Finding(code, severity, "it is told", false, Map.of(), "mend " + code);
    }

    private static TrialRecord failed(List<Finding> findings, List<Tested> tested) {
        return new TrialRecord(
                1,
                TrialState.FAILED,
                null,
                new Assignment(Map.of()),
                null,
                1,
                0,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                findings,
                tested,
                null,
                List.of(),
                List.of(),
                null,
                null);
    }
}
