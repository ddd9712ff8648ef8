package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.diagnosis.experiment.Weighed;
import dev.touchstone.gate.GateCache;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialPipeline;
import dev.touchstone.trial.TrialTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which causes experiments confirm, of trainings on real data that one fault was put into. */
class ConfirmationTest {
    private static final Seed SEED = new Seed(5);

    private static final String DIGITS = """
            data:
              source: {csv: '%s', label: digit}
              split: {train: 0.3, validation: 0.3, test: 0.4, stratify: true, seed: 7}
              normalise: standardise
            model:
              layers:
                - %s
                - output: {loss: cross-entropy, activation: softmax}
            space: {learning-rate: {log-uniform: [1e-8, 1.0]}}
            objective: {metric: accuracy}
            gates: {build: off, initialisation: off, overfit-tiny-batch: off, learning-rate-range: off}
            training: {epochs: 6, schedule: constant}
            search: {trials: 1, seed: 1}
            """;

    private static TrialTask task(String layer) {
        Path data = Path.of("search-spaces", "data", "digits.csv").toAbsolutePath();
        StudySpec spec = SpecFile.parse(DIGITS.formatted(data, layer), Path.of("digits.yaml"), Overrides.NONE)
                .spec();
        PreparedData prepared = Studies.prepare(spec).data();
        return spec.task(prepared);
    }

    /** What a trial is found to have, before experiments and after. */
    private record Explained(List<Finding> found, List<Tested> tested) {
        private static Explained of(String layer, Map<String, Object> values) {
            TrialTask task = task(layer);
            Assignment assignment = new Assignment(values);
            List<Finding> found = new ArrayList<>();
            new TrialPipeline(
                            task,
                            (trial, event) -> {
                                if (event instanceof TrialEvent.FindingMade made) {
                                    found.add(made.finding());
                                }
                            },
                            new Replay.Dropped(),
                            GateCache.NONE,
                            () -> false)
                    .run(1, assignment, SEED);
            Explained explained = new Explained(found, new ArrayList<>());
            new Confirmation(task, assignment, SEED, found).run(List.of(), explained.listener());
            return explained;
        }

        private Confirmation.Listener listener() {
            return new Confirmation.Listener() {
                @Override
                public void begun(String code) {
                    assertThat(tested).extracting(Tested::code).doesNotContain(code);
                }

                @Override
                public void told(String line) {
                    assertThat(line).isNotBlank();
                }

                @Override
                public void tested(Tested one) {
                    tested.add(one);
                }
            };
        }

        private List<Finding> weighed() {
            return Weighed.of(found, tested);
        }

        private List<String> outcomes() {
            return tested.stream().map(one -> one.code() + " " + one.words()).toList();
        }
    }

    private static Map<String, Object> sound() {
        return new HashMap<>(
                Map.of("learning-rate", 1e-2, "batch-size", 32, "optimiser", "adam", "weight-decay", 1e-4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learning-rate-too-low | dense: {units: 32} | learning-rate | 1e-7 | adam",
                "learning-rate-too-high | dense: {units: 32} | learning-rate | 1e6 | sgd",
                "over-regularised | dense: {units: 32} | weight-decay | 30 | adam",
                "frozen-parameters | dense: {units: 6, frozen: true} | learning-rate | 1e-2 | adam",
            })
    void faultThatWasPutIn_isConfirmedBeforeAllOthers(
            String code, String layer, String name, double value, String optimiser) {
        Map<String, Object> values = sound();
        values.put("optimiser", optimiser);
        values.put(name, value);

        Explained explained = Explained.of(layer, values);

        Finding first = explained.weighed().get(0);
        assertThat(first.code()).as(explained.outcomes().toString()).isEqualTo(code);
        assertThat(first.confirmed()).as(explained.outcomes().toString()).isTrue();
        assertThat(first.severity()).isNotEqualTo(Severity.INFO);
        assertThat(first.cause()).contains("; confirmed: with", "accuracy", "gain");
    }

    @ParameterizedTest
    @CsvSource({
        "input-ignored, 1e-2, refuted",
        "input-ignored, 1e-7, confirmed",
        "loss-not-decreasing, 1e-2, refuted",
        "loss-not-decreasing, 1e-7, confirmed"
    })
    void spoiltRows_tellWhetherInputsAndLabelsAreUsed(String code, double rate, String outcome) {
        Map<String, Object> values = sound();
        values.put("learning-rate", rate);
        Finding found = FindingCode.named(code)
                .orElseThrow()
                .finding(Severity.WARNING, "it may be", new Evidence(), "see to it");
        List<Tested> tested = new ArrayList<>();

        new Confirmation(task("dense: {units: 32}"), new Assignment(values), SEED, List.of(found), 1)
                .run(List.of(), new Explained(List.of(found), tested).listener());

        assertThat(tested).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo(code);
            assertThat(one.outcome().specName()).as(one.words()).isEqualTo(outcome);
        });
    }

    @Test
    void healthyTraining_hasNoCauseConfirmed() {
        Explained explained = Explained.of("dense: {units: 32}", sound());

        assertThat(explained.weighed()).noneMatch(Finding::confirmed);
        assertThat(explained.tested()).hasSizeGreaterThan(4);
    }
}
