package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study whose every trial fails: rates at which the first steps leave the finite numbers, with no gate to stop them. */
class FailingSweepTest {
    private static final int ROWS = 60;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeStudy() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder rows = new StringBuilder("a,b,class\n");
        for (int row = 0; row < ROWS; row++) {
            rows.append(random.nextGaussian()).append(',').append(random.nextGaussian());
            rows.append(',').append(row % 2).append('\n');
        }
        Files.writeString(folder.resolve("rows.csv"), rows);
        Files.writeString(folder.resolve("hopeless.yaml"), """
                study: hopeless
                data:
                  source: {csv: rows.csv, label: class}
                model:
                  layers:
                    - dense: {units: 8, activation: relu}
                    - output: {loss: cross-entropy, activation: softmax}
                space:
                  learning-rate: {log-uniform: [1e25, 1e35]}
                objective: {metric: accuracy}
                gates: {initialisation: off, overfit-tiny-batch: off, learning-rate-range: off}
                training: {epochs: 3}
                search: {trials: 3, seed: 5}
                """);
    }

    @Test
    void sweepOfOnlyFailures_isGivenUpAndGoesOnWhenResumed() {
        Called swept = sweep("--max-consecutive-failures", "2");

        assertThat(swept.code()).as(swept.err()).isEqualTo(1);
        assertThat(swept.err())
                .contains("trial 1 failed: not-finite: ")
                .contains("1 of 3 done, 1 failed")
                .contains("2 trials failed in a row; the sweep ends. The last one, trial 2: ")
                .contains("2 of 2 trials failed: 2 not-finite; look closer with: touchstone show hopeless --trial 1")
                .contains("mend what broke them, and go on with: touchstone resume hopeless")
                .doesNotContain("\tat ");
        assertThat(call("list").out()).contains("hopeless  failed  ").contains("2 failed");
        assertThat(call("show", "hopeless", "--trial", "1").out())
                .contains("trial 1, failed: not-finite: ", "what broke it\n  not-finite: ");
        assertThat(folder.resolve("reports/hopeless/index.html"))
                .content()
                .contains("The study was given up")
                .contains("What trials failed of: 2 not-finite.");

        Called resumed = call("resume", "hopeless", "--on", "threads");

        assertThat(resumed.code()).as(resumed.err()).isEqualTo(1);
        assertThat(resumed.err())
                .startsWith("1 trials")
                .contains("trial 3 failed")
                .doesNotContain("trial 1 failed", "the sweep ends", "Given up");
        assertThat(status()).isEqualTo("finished");
    }

    @Test
    void fewerFailuresThanTheLimit_doNotEndTheSweep() {
        Called swept = sweep("--max-consecutive-failures", "4");

        assertThat(swept.code()).as(swept.err()).isEqualTo(1);
        assertThat(swept.err()).contains("3 of 3 trials failed: 3 not-finite").doesNotContain("Given up");
        assertThat(status()).isEqualTo("finished");
    }

    private String status() {
        JsonNode document = Json.tree(call("show", "hopeless", "--json").out());
        assertThat(document.at("/trials"))
                .hasSize(3)
                .allMatch(trial -> trial.at("/failures/0/cause").asText().equals("not-finite"));
        return document.at("/status").asText();
    }

    private Called sweep(String... options) {
        String file = folder.resolve("hopeless.yaml").toString();
        return call(Stream.concat(Stream.of("sweep", file, "--on", "threads"), Stream.of(options))
                .toArray(String[]::new));
    }

    private Called call(String... arguments) {
        String reports = folder.resolve("reports").toString();
        return Called.with(Stream.concat(Stream.of(arguments), Stream.of("--reports", reports))
                .toArray(String[]::new));
    }
}
