package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why trials and sweeps came out as they did, on the command line and in the report. */
class ExplainCommandTest {
    @TempDir
    private Path folder;

    private Called call(String command, String... rest) {
        String[] all = new String[rest.length + 3];
        all[0] = command;
        System.arraycopy(rest, 0, all, 1, rest.length);
        all[rest.length + 1] = "--reports";
        all[rest.length + 2] = folder.resolve("reports").toString();
        return Called.with(all);
    }

    private void sweep(String rates) throws IOException {
        Path data = Path.of("search-spaces", "data", "breast-cancer.csv").toAbsolutePath();
        Path spec = Files.writeString(folder.resolve("slow.yaml"), """
                data:
                  source: {csv: '%s', label: diagnosis}
                model:
                  layers:
                    - dense: {units: 8, activation: relu}
                    - output: {loss: cross-entropy, activation: softmax}
                space:
                  learning-rate: %s
                  optimiser: {choice: [sgd]}
                objective: {metric: accuracy}
                gates: {initialisation: off, overfit-tiny-batch: off, learning-rate-range: off}
                training: {epochs: 12}
                search: {trials: 2, seed: 3}
                """.formatted(data, rates));
        Called swept = call("sweep", spec.toString(), "--on", "threads");
        assertThat(swept.code()).as(swept.err()).isEqualTo(0);
        assertThat(swept.out()).containsPattern("\\ngates  .*\\nexperiments 0\\.0 s of 0\\.[0-9] s spent");
    }

    @Test
    void trialThatHardlyMoved_isToldTheCauseAndTheRemedyInFewLines() throws IOException {
        sweep("{log-uniform: [1e-7, 1e-6]}");

        Called explained = call("explain", "slow", "--trial", "1");

        assertThat(explained.code()).as(explained.err()).isEqualTo(0);
        String[] summary = explained.out().split("\n\n")[0].split("\n");
        assertThat(summary).hasSizeLessThanOrEqualTo(5);
        assertThat(summary[0]).startsWith("Trial 1 is complete: accuracy 0.");
        assertThat(explained.out())
                .contains("Most likely cause: learning-rate-too-low: ", "To change: raise the learning rate to about")
                .doesNotContain("learning-rate-too-high", "too-little-capacity", "a wrong learning rate");
        assertThat(Files.readString(folder.resolve("reports/slow/index.html")))
                .contains("Most likely cause: learning-rate-too-low");
    }

    @Test
    void study_isExplainedAsTextAndAsJson() throws IOException {
        sweep("{log-uniform: [1e-7, 1e-6]}");

        assertThat(call("explain", "slow").out())
                .startsWith("Of 2 trials (2 complete) trial ")
                .contains("Trials suffered from learning-rate-too-low (trial 1, 2).");
        JsonNode document =
                Json.tree(call("explain", "slow", "--trial", "2", "--json").out());
        assertThat(document.at("/summary").size()).isBetween(2, 5);
        assertThat(document.at("/findings/0/code").textValue()).isEqualTo("learning-rate-too-low");
        assertThat(document.at("/findings/0/severity").textValue()).isEqualTo("warning");
    }

    @Test
    void trialThatIsNotThere_isToldAsAMistake() throws IOException {
        sweep("{choice: [0.1, 0.05]}");

        Called called = call("explain", "slow", "--trial", "9");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("there is no trial 9; the study has trials 1 to 2");
        assertThat(call("explain", "slow", "--trial", "1").out()).contains("No rule found anything wrong");
    }

    @Test
    void confirmedCause_isToldFirstWithItsGainAndKept() throws IOException {
        sweep("{log-uniform: [1e-7, 1e-6]}");

        Called confirmed = call("explain", "slow", "--trial", "1", "--confirm");

        assertThat(confirmed.code()).as(confirmed.err()).isEqualTo(0);
        assertThat(confirmed.err())
                .contains(
                        "testing: learning-rate-too-low", "training with the learning rate ", "  confirmed: with the");
        assertThat(confirmed.out().split("\n\n")[0].split("\n")).hasSizeLessThanOrEqualTo(5);
        assertThat(confirmed.out())
                .contains(
                        "Confirmed cause: learning-rate-too-low: ",
                        "; confirmed: with the learning rate 0.01583 instead of ")
                .contains("To change: set the learning rate to about 0.01583.");
        JsonNode later =
                Json.tree(call("explain", "slow", "--trial", "1", "--json").out());
        assertThat(later.at("/findings/0/confirmed").booleanValue()).isTrue();
        assertThat(later.at("/experiments/0/outcome").textValue()).isEqualTo("confirmed");
        assertThat(later.at("/experiments/0/gain/gain").doubleValue()).isGreaterThan(0.05);
        assertThat(call("report", "slow").code()).isEqualTo(0);
        assertThat(Files.readString(folder.resolve("reports/slow/index.html")))
                .contains("Confirmed cause: learning-rate-too-low");
        assertThat(call("replay", "slow", "--trial", "1").code()).isEqualTo(0);
    }

    @Test
    void experimentsOnAWholeStudy_speakForAllTrialsThatFailedAlike() throws IOException {
        sweep("{log-uniform: [1e-7, 1e-6]}");

        Called confirmed = call("explain", "slow", "--confirm");

        assertThat(confirmed.code()).as(confirmed.err()).isEqualTo(0);
        assertThat(confirmed.err())
                .containsPattern("learning-rate-too-low: trial [12] \\(failed alike: [12]\\)")
                .contains("  confirmed: with the");
        assertThat(confirmed.out().split("\n\n")[0].split("\n")).hasSizeLessThanOrEqualTo(5);
        assertThat(confirmed.out())
                .containsPattern(
                        "By experiment: learning-rate-too-low \\(trial 1, 2\\) confirmed on trial [12]: with the");
        JsonNode group = Json.tree(call("explain", "slow", "--json").out()).at("/alike/0");
        assertThat(group.at("/trials").size()).isEqualTo(2);
        assertThat(group.at("/experiment/outcome").textValue()).isEqualTo("confirmed");
        int other = 3 - group.at("/testedOn").intValue();
        assertThat(call("explain", "slow", "--trial", String.valueOf(other)).out())
                .contains("; confirmed on trial " + (3 - other) + ", which failed alike: with the");
        assertThat(call("explain", "slow", "--confirm").err()).contains("nothing to test");
    }
}
