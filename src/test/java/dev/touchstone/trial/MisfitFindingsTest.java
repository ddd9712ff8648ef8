package dev.touchstone.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.gate.GateCache;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks whose output or hidden layers do not suit the data are named by what does not, and sound ones are not. */
class MisfitFindingsTest {
    private static final Set<String> CODES = Set.of("wrong-loss", "wrong-output-activation", "missing-activation");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "digits, digit     | dense: {units: 24}                       | loss: mse, activation: relu            | wrong-loss wrong-output-activation",
                "digits, digit     | dense: {units: 24}                       | loss: cross-entropy, activation: identity | wrong-output-activation",
                "digits, digit     | dense: {units: 24}                       | loss: binary-cross-entropy, activation: sigmoid | wrong-loss wrong-output-activation",
                "breast-cancer, diagnosis | dense: {units: 8}                 | loss: cross-entropy, activation: tanh  | wrong-output-activation",
                "breast-cancer, diagnosis | dense: {units: 8}                 | loss: binary-cross-entropy, activation: sigmoid | ",
                "diamonds, price   | dense: {units: 16}                       | loss: mse, activation: sigmoid         | wrong-output-activation",
                "diamonds, price   | dense: {units: 16}                       | loss: cross-entropy, activation: softmax | wrong-loss wrong-output-activation",
                "diamonds, price   | dense: {units: 16}                       | loss: poisson, activation: softplus    | ",
                "diamonds, price   | dense: {units: 16, activation: identity} | loss: mse                              | missing-activation",
                "digits, digit     | residual: {layers: [dense: {units: 64, activation: identity}]} | loss: cross-entropy | ",
                "digits, digit     | dense: {units: 24, activation: identity}; activation: relu; dense: {units: 9} | loss: cross-entropy | ",
                "digits, digit     | dense: {units: 24, activation: identity}; dropout: {rate: 0.1}; dense: {units: 9} | loss: cross-entropy | missing-activation",
            })
    void whatDoesNotSuitTheData_isNamed(String data, String layers, String output, String expected) {
        List<String> wanted =
                expected == null ? List.of() : Arrays.asList(expected.trim().split(" "));

        List<String> found = codes(data.split(", "), layers, output);

        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
    }

    private static List<String> codes(String[] data, String layers, String output) {
        StudySpec spec = SpecFile.parse(
                        """
                        data: {source: {csv: data/%s.csv, label: %s}}
                        model:
                          layers:
                            - %s
                            - output: {%s, allow-mismatch: true}
                        space: {learning-rate: {choice: [0.01]}, batch-size: {choice: [256]}}
                        gates: {build: off, initialisation: off, overfit-tiny-batch: off, learning-rate-range: off}
                        training: {epochs: 1}
                        """.formatted(data[0], data[1], layers.replace("; ", "\n    - "), output),
                        Path.of("search-spaces/of-a-test.yaml"),
                        Overrides.NONE)
                .spec();
        TrialTask task = spec.task(Studies.prepare(spec).data());
        List<Finding> findings = new ArrayList<>();
        TrialJournal journal = (trial, event) -> {
            if (event instanceof TrialEvent.FindingMade made) {
                findings.add(made.finding());
            }
        };
        new TrialPipeline(task, journal, new MemoryArtefacts(), GateCache.NONE, () -> false)
                .run(1, new Assignment(Map.of("learning-rate", 0.01, "batch-size", 256)), new Seed(3));
        return findings.stream().map(Finding::code).filter(CODES::contains).toList();
    }
}
