package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.study.StudyLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that train, on a small table of two well-separated classes. */
class SweepCommandTest {
    private static final int ROWS = 120;
    private static final int ONE_SCREEN = 25;

    @TempDir
    private Path folder;

    private Path spec;

    @BeforeEach
    void writeStudy() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder rows = new StringBuilder("a,b,class\n");
        for (int row = 0; row < ROWS; row++) {
            int label = row % 2;
            rows.append(label + random.nextGaussian(0, 0.3)).append(',').append(random.nextGaussian());
            rows.append(',').append(label).append('\n');
        }
        Files.writeString(folder.resolve("rows.csv"), rows);
        spec = Files.writeString(folder.resolve("small.yaml"), """
                study: small
                data:
                  source: {csv: rows.csv, label: class}
                model:
                  layers:
                    - dense: {units: $width, activation: tanh}
                    - output: {loss: cross-entropy, activation: softmax}
                space:
                  learning-rate: {log-uniform: [0.01, 0.1]}
                  width: {integer: [8, 16]}
                objective: {metric: accuracy}
                training: {epochs: 12}
                search: {trials: 2, seed: 5}
                """);
    }

    @Test
    void study_goesFromSweepToTheOpeningOfItsTestSplit() {
        Called swept = call("sweep", spec.toString());

        assertThat(swept.code()).as(swept.err()).isEqualTo(0);
        assertThat(swept.out()).contains("rank").contains("accuracy").contains("index.html");
        assertThat(swept.err()).contains("\n2 trials").contains("2 of 2 done");
        assertThat(folder.resolve("reports/small/index.html")).exists();

        JsonNode sealed = document();
        assertThat(sealed.at("/status").asText()).isEqualTo("finished");
        assertThat(sealed.at("/ranking")).hasSize(2);
        assertThat(sealed.at("/test/state").asText()).isEqualTo("sealed");
        assertThat(call("show", "small").out()).contains("sealed, 18 rows");
        assertThat(call("show", "small", "--trial", "1").out()).contains("learning-rate-range", "best epoch");

        Called best = call("best", "small", "--to", folder.resolve("model").toString());
        assertThat(best.code()).as(best.err()).isEqualTo(0);
        assertThat(folder.resolve("model")).isDirectoryContaining("glob:**/model.zip");

        Called tested = call("test", "small", "--trial", "1", "--reason", "the end");
        assertThat(tested.code()).as(tested.err()).isEqualTo(0);
        assertThat(tested.out())
                .contains("accuracy", "validation", "optimism", "baseline")
                .contains("of 2 complete trials, of 2 in all")
                .contains("this is number 1 of the data set's test rows");
        assertThat(folder.resolve("reports/small/index.html"))
                .content()
                .contains("the end")
                .doesNotContain("no test figure exists");
        Called refused = call("test", "small", "--trial", "2", "--reason", "once more");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--again").contains("widen its 95 % interval by 14 %");
        Called again = call("test", "small", "--trial", "2", "--reason", "once more", "--again");
        assertThat(again.code()).as(again.err()).isEqualTo(0);
        assertThat(again.out())
                .contains("for all openings")
                .contains("this is number 2")
                .contains("about 14 % wider (Bonferroni)");
        assertThat(document().at("/test/openings")).hasSize(2);
    }

    @Test
    void sweepWithMoreTrials_continuesTheStudy() {
        call("sweep", spec.toString(), "--trials", "1");

        Called continued = call("sweep", spec.toString());

        assertThat(continued.code()).as(continued.err()).isEqualTo(0);
        assertThat(continued.err()).startsWith("1 trials").contains("trial 2 ").doesNotContain("trial 1 ");
    }

    @Test
    void finishedStudy_isRankedAgainWithoutAPlan() {
        Called first = call("sweep", spec.toString(), "--trials", "1");

        Called swept = call("sweep", spec.toString(), "--trials", "1");
        Called resumed = call("resume", "small");

        assertThat(first.err()).contains("\n1 trials");
        assertThat(swept).isEqualTo(new Called(first.code(), first.out(), ""));
        assertThat(resumed).isEqualTo(swept);
    }

    @Test
    void studyInUse_isNotRunTwice() {
        call("sweep", spec.toString(), "--trials", "1");
        StudyLock lock = StudyLock.take(new StudyFolder(folder.resolve("reports"), "small"));

        Called swept = call("sweep", spec.toString());
        Called resumed = call("resume", "small");
        lock.close();

        assertThat(swept.code()).isEqualTo(2);
        assertThat(swept.err()).contains("'small' is in use");
        assertThat(resumed.code()).isEqualTo(2);
        assertThat(resumed.err()).contains("'small' is in use");
    }

    @Test
    void check_answersForTheValuesGiven() {
        Called absurd = call("check", spec.toString(), "--set", "learning-rate=1e-9", "--set", "optimiser=sgd");
        Called sound = call("check", spec.toString(), "--set", "learning-rate=0.05");
        Called json = call("check", spec.toString(), "--set", "learning-rate=1e-9", "--set", "optimiser=sgd", "--json");

        assertThat(absurd.code()).as(absurd.out()).isEqualTo(1);
        assertThat(absurd.out()).contains("REJECT", "learning-rate-range", "too low");
        assertThat(absurd.out().lines().count()).isLessThan(ONE_SCREEN);
        assertThat(absurd.err())
                .contains("outside the search space")
                .contains("centre")
                .contains("width");
        assertThat(sound.code()).as(sound.out()).isEqualTo(0);
        assertThat(json.code()).isEqualTo(1);
        assertThat(Json.tree(json.out()).at("/assignment/learning-rate").asDouble())
                .isEqualTo(1e-9);
    }

    @Test
    void range_isThereAsPictureAndNumbers() {
        Called text = call("lr-range", spec.toString());
        Called json = call("lr-range", spec.toString(), "--json");

        assertThat(text.code()).as(text.err()).isEqualTo(0);
        assertThat(text.out()).contains("usable is").contains("smoothed loss");
        assertThat(Json.tree(json.out()).at("/gates")).hasSize(1);
        assertThat(Json.tree(json.out()).at("/gates/0/evidence/rates").size()).isGreaterThan(10);
    }

    private JsonNode document() {
        return Json.tree(call("show", "small", "--json").out());
    }

    private Called call(String... arguments) {
        Path reports = folder.resolve("reports");
        String command = arguments[0];
        if (command.equals("check") || command.equals("lr-range")) {
            return Called.with(arguments);
        }
        String[] whole = Arrays.copyOf(arguments, arguments.length + 2);
        whole[arguments.length] = "--reports";
        whole[arguments.length + 1] = reports.toString();
        return Called.with(whole);
    }
}
