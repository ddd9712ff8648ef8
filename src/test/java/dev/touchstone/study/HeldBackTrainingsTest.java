package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.gate.GateCache;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialPipeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What trainings are found to have whose configuration keeps them from learning, each a fraction of a second on real digits. */
class HeldBackTrainingsTest {
    private static final String SPEC = """
            data:
              source: {csv: data/digits.csv, label: digit}
              split: {train: 0.3, validation: 0.3, test: 0.4, stratify: true, seed: 7}
              normalise: standardise
            model:
              initialisation: he
              layers:
                - dense: {units: 32, activation: relu}
                - output: {}
            regularisation: {}
            space: {learning-rate: {log-uniform: [1e-8, 1.0]}}
            gates: {build: off, initialisation: off, overfit-tiny-batch: off, learning-rate-range: off}
            training: {epochs: 6, schedule: constant}
            search: {trials: 1, seed: 1}
            """;

    private static List<Finding> findings(String place, String instead) {
        assertThat(SPEC).contains(place);
        StudySpec spec = SpecFile.parse(
                        SPEC.replace(place, instead), Path.of("search-spaces", "of-a-test.yaml"), Overrides.NONE)
                .spec();
        List<Finding> found = new ArrayList<>();
        new TrialPipeline(
                        spec.task(Studies.prepare(spec).data()),
                        (trial, event) -> {
                            if (event instanceof TrialEvent.FindingMade made) {
                                found.add(made.finding());
                            }
                        },
                        new Replay.Dropped(),
                        GateCache.NONE,
                        () -> false)
                .run(
                        1,
                        new Assignment(Map.of("learning-rate", 1e-2, "batch-size", 32, "optimiser", "adam")),
                        new Seed(5));
        return found;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            initialisation: he | initialisation: constant                          | poor-initialisation
            output: {}         | output: {class-weights: {0: 10000}}               | wrong-loss
            regularisation: {} | augmentation: [{feature-masking: {share: 0.97}}]  | bad-augmentation
            regularisation: {} | regularisation: {gradient-noise: 10000}           | over-regularised
            regularisation: {} | regularisation: {weight-decay: 300}               | over-regularised
            regularisation: {} | regularisation: {weight-noise: 5}                 | over-regularised
            schedule: constant | schedule: {exponential: {factor: 0.001}}          | schedule-mismatch
            epochs: 6, schedule: constant | epochs: 3, schedule: {constant: {warm-up: 0.95}} | schedule-mismatch
            epochs: 6          | iterations: 8                                     | too-few-epochs
            """)
    void whatKeepsATrainingFromLearning_isTheFirstFinding(String place, String instead, String code) {
        List<Finding> findings = findings(place, instead);

        assertThat(findings).isNotEmpty();
        assertThat(findings.get(0).code()).as(findings.get(0).cause()).isEqualTo(code);
        assertThat(findings.get(0).severity()).isNotEqualTo(Severity.INFO);
    }

    @Test
    void softmaxInAHiddenLayer_isNamedWhateverItDid() {
        assertThat(findings("activation: relu", "activation: softmax"))
                .extracting(Finding::code)
                .contains("saturating-activation");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            regularisation: {} | augmentation: [{noise: {deviation: 0.1}}]
            regularisation: {} | regularisation: {weight-decay: 0.01, weight-noise: 0.01}
            output: {}         | output: {class-weights: balanced}
            schedule: constant | schedule: cosine
            """)
    void whatDoesNot_raisesNoWarning(String place, String instead) {
        assertThat(findings(place, instead))
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .isEmpty();
    }
}
