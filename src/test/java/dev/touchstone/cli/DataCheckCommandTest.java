package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands do with data of which every row comes twice. */
class DataCheckCommandTest {
    private static final String SHARED = "rows-shared-with-validation";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRows() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("search-spaces/data/breast-cancer.csv"));
        List<String> doubled = new ArrayList<>(lines);
        doubled.addAll(lines.subList(1, lines.size()));
        Files.write(folder.resolve("rows.csv"), doubled);
    }

    @Test
    void errorInTheData_stopsASweepBeforeItsFirstTrial() throws IOException {
        Called swept = sweep(spec(""));

        assertThat(swept.code()).as(swept.err()).isEqualTo(1);
        assertThat(swept.err()).contains("error: " + SHARED, "train-rows: ", "checks: advise");
        assertThat(swept.out()).isEmpty();
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void specThatBearsTheError_isSweptAndKeepsTheFindings() throws IOException {
        Called swept = sweep(spec("checks: advise"));

        assertThat(swept.code()).as(swept.err()).isEqualTo(0);
        assertThat(swept.err()).startsWith("data error: " + SHARED);
        JsonNode findings = Json.tree(call("show", "doubled", "--json").out()).at("/data/findings");
        assertThat(findings.findValuesAsText("code")).contains(SHARED);
        assertThat(call("show", "doubled").out()).contains("data error: " + SHARED);
        assertThat(folder.resolve("reports/doubled/index.html")).content().contains(SHARED);
    }

    @Test
    void checkOfTheDataAlone_answersNoAndTrainsNothing() throws IOException {
        Path spec = spec("");

        Called told = Called.with("check", spec.toString(), "--data-only");
        Called document = Called.with("check", spec.toString(), "--data-only", "--json");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.out()).contains("error: " + SHARED);
        assertThat(document.code()).isEqualTo(1);
        assertThat(Json.tree(document.out()).at("/findings").findValuesAsText("code"))
                .contains(SHARED);
    }

    private Called sweep(Path spec) {
        return call("sweep", spec.toString(), "--on", "threads");
    }

    private Called call(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--reports", folder.resolve("reports").toString()));
        return Called.with(all.toArray(String[]::new));
    }

    private Path spec(String checks) throws IOException {
        return Files.writeString(folder.resolve("doubled.yaml"), """
                study: doubled
                data:
                  source: {csv: rows.csv, label: diagnosis}
                  %s
                model:
                  layers:
                    - output: {loss: cross-entropy, activation: softmax}
                space:
                  learning-rate: {log-uniform: [0.01, 0.1]}
                objective: {metric: accuracy}
                training: {epochs: 1}
                search: {trials: 1, seed: 5}
                """.formatted(checks));
    }
}
