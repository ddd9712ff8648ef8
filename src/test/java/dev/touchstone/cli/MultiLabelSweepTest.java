package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import dev.touchstone.data.LabelledDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digits with three labels each, from the spec to the opening of the test split. */
class MultiLabelSweepTest {
    @TempDir
    private Path folder;

    private Path spec(String label, String data, String output, String metric) throws IOException {
        LabelledDigits.write(folder.resolve("digits.csv"), 700);
        return Files.writeString(folder.resolve("labels.yaml"), """
                study: labels
                data:
                  source: {csv: digits.csv, label: %s}
                %s
                model:
                  layers:
                    - dense: {units: 32, activation: relu}
                    - output: %s
                space:
                  learning-rate: {log-uniform: [0.003, 0.01]}
                objective: {metric: %s}
                training: {epochs: 10}
                search: {trials: 2, seed: 5}
                """.formatted(label, data, output, metric));
    }

    private static final String LABELS = "[even, large, hole]";

    private Called call(String... arguments) {
        return Called.with(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--reports", folder.resolve("reports").toString()))
                .toArray(String[]::new));
    }

    @Test
    void study_learnsTheLabels() throws IOException {
        Called swept = call("sweep", spec(LABELS, "", "{}", "macro-f1").toString(), "--on", "threads");

        assertThat(swept.code()).as(swept.err() + swept.out()).isEqualTo(0);
        assertThat(swept.err())
                .contains("task: multi-label classification, 3 labels", "stratified by combination of labels");
        JsonNode study = Json.tree(call("show", "labels", "--json").out());
        assertThat(study.at("/data/task").asText()).isEqualTo("multi-label classification, 3 labels");
        JsonNode best = study.at("/trials")
                .get(study.at("/ranking/0/trial").asInt() - 1)
                .at("/best");
        for (String metric : new String[] {"macro-f1", "micro-f1", "exact-match"}) {
            assertThat(best.at("/values/" + metric).asDouble()).as(metric).isBetween(0.75, 1.0);
            assertThat(best.at("/intervals/" + metric + "/0").asDouble())
                    .isLessThan(best.at("/values/" + metric).asDouble());
        }
        assertThat(best.at("/values/exact-match").asDouble())
                .isLessThanOrEqualTo(best.at("/values/micro-f1").asDouble());
        assertThat(study.at("/trials/0/gates").findValuesAsText("verdict")).doesNotContain("reject", "inconclusive");
        assertThat(folder.resolve("reports/labels/index.html")).content().contains("multi-label classification");

        assertThat(call("replay", "labels", "--trial", "1").code()).isEqualTo(0);
        Called tested = call("test", "labels", "--trial", "1", "--reason", "the end");
        assertThat(tested.code()).as(tested.err()).isEqualTo(0);
        assertThat(tested.out()).contains("macro-f1", "exact-match", "binary-cross-entropy");
        Called exported = call("best", "labels", "--to", folder.resolve("model").toString());
        assertThat(exported.code()).as(exported.err()).isEqualTo(0);
        assertThat(Json.tree(Files.readString(folder.resolve("model/model.json")))
                        .at("/labels"))
                .hasToString("[\"even\",\"large\",\"hole\"]");
    }

    @Test
    void gates_rejectARateFarTooHigh() throws IOException {
        Called absurd = Called.with(
                "check",
                spec(LABELS, "", "{}", "macro-f1").toString(),
                "--set",
                "learning-rate=1000",
                "--set",
                "optimiser=sgd");

        assertThat(absurd.code()).as(absurd.out()).isEqualTo(1);
    }

    @Test
    void dataChecks_leaveOutWhatLooksAtClasses() throws IOException {
        Called checked = Called.with("check", spec(LABELS, "", "{}", "macro-f1").toString(), "--data-only");

        assertThat(checked.code()).as(checked.err() + checked.out()).isEqualTo(0);
        assertThat(checked.out()).doesNotContain("label-noise", "conflicting-labels");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[even, large, hole]||{loss: cross-entropy}|macro-f1"
                        + "|cross-entropy is for classification, and the data are for multi-label (wrong-loss); use"
                        + " binary-cross-entropy with sigmoid",
                "[even, large, hole]||{loss: mse}|macro-f1|mse is for regression, and the data are for multi-label",
                "[even, large, hole]||{}|accuracy"
                        + "|accuracy is for classification, and the data are for multi-label; use one of macro-f1,"
                        + " micro-f1, exact-match, binary-cross-entropy",
                "[even, large, hole]|'  task: classification'|{}|accuracy|task: classification goes with one label column",
                "even|'  task: multi-label'|{}|macro-f1|task: multi-label goes with a list of label columns",
                "[even]||{}|macro-f1|expected the name of a column, or a list of at least two",
                "[even, even]||{}|macro-f1|expected the name of a column, or a list of at least two",
                "[even, lage]||{}|macro-f1|no label column 'lage'; nearest is 'large'",
            })
    void whatDoesNotSuitLabels_isRefusedInOneLine(
            String label, String data, String output, String metric, String message) throws IOException {
        Called swept = call(
                "sweep", spec(label, data == null ? "" : data, output, metric).toString());

        assertThat(swept.code()).as(swept.err()).isEqualTo(2);
        assertThat(swept.err()).contains(message);
        assertThat(folder.resolve("reports")).doesNotExist();
    }
}
