package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code regularisation: auto} on the command line, with about as many features as train rows. */
class AutoRegularisationCommandTest {
    private static final int FEATURES = 30;

    @TempDir
    private Path folder;

    private Path spec;

    @BeforeEach
    void writeStudy() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder rows = new StringBuilder();
        for (int feature = 0; feature < FEATURES; feature++) {
            rows.append('x').append(feature).append(',');
        }
        rows.append("class\n");
        for (int row = 0; row < 800; row++) {
            double sum = 0;
            for (int feature = 0; feature < FEATURES; feature++) {
                double value = random.nextGaussian();
                sum += value;
                rows.append(value).append(',');
            }
            rows.append(sum > 0 ? 1 : 0).append('\n');
        }
        Files.writeString(folder.resolve("rows.csv"), rows);
        spec = Files.writeString(folder.resolve("auto.yaml"), """
                study: auto
                data:
                  source: {csv: rows.csv, label: class}
                  split: {train: 0.06, validation: 0.8, test: 0.14}
                  checks: advise
                model:
                  layers:
                    - dense: {units: 64}
                    - output: {}
                regularisation: auto
                space:
                  learning-rate: {log-uniform: [0.03, 0.04]}
                gates: {initialisation: off, overfit-tiny-batch: off, learning-rate-range: off}
                training: {epochs: 12, early-stopping: {patience: 12}, schedule: constant}
                search: {trials: 8, seed: 5}
                """);
    }

    @Test
    void whatWasFoundAndIsSearched_isToldEverywhere() throws Exception {
        Called swept = call("sweep", spec.toString(), "--on", "threads");

        assertThat(swept.code()).as(swept.err()).isEqualTo(0);
        assertThat(swept.err()).contains("regularisation: overfitting; ");
        assertThat(swept.out())
                .contains("auto        overfitting; ")
                .contains("since trial 5 searches weight-decay 0.01 to 1 (added, in half of the trials)")
                .contains("auto-dropout 0.1 to 0.5");
        assertThat(call("show", "auto").out()).contains("auto        overfitting; ");
        assertThat(call("explain", "auto").out()).contains("Regularisation was chosen for overfitting");
        assertThat(folder.resolve("reports/auto/index.html"))
                .content()
                .contains("since trial 5 searches weight-decay 0.01 to 1");
        JsonNode told = Json.tree(call("show", "auto", "--json").out()).at("/regularisation");
        assertThat(told.at("/scouts").asInt()).isEqualTo(4);
        assertThat(told.at("/decision/regime").asText()).isEqualTo("overfitting");
        assertThat(told.at("/decision/figures/gap/interval")).hasSize(2);
        assertThat(told.at("/searched/0/parameter").asText()).isEqualTo("weight-decay");
        assertThat(call("best", "auto", "--to", folder.resolve("model").toString())
                        .code())
                .isEqualTo(0);
        assertThat(call("replay", "auto", "--trial", "8").code()).isEqualTo(0);
    }

    @Test
    void fewerTrialsThanScoutsNeed_areRefused() {
        Called refused = call("sweep", spec.toString(), "--trials", "7");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo(
                        "touchstone: --trials 7: regularisation: auto needs 8 trials, 4 scouts and as many after them; found 7\n");
    }

    @Test
    void networkWithRegularisationOfItsOwn_isRefused() throws Exception {
        Path network = folder.resolve("given.yaml");
        Files.writeString(
                network,
                Files.readString(spec)
                        .replaceFirst(
                                "(?s)model:.*regularisation", "model: {class: org.example.Mine}\nregularisation"));

        Called refused = call("sweep", network.toString());

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("given.yaml:7: regularisation: auto has nothing to change: the network brings its own");
    }

    private Called call(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--reports";
        all[arguments.length + 1] = folder.resolve("reports").toString();
        return Called.with(all);
    }
}
