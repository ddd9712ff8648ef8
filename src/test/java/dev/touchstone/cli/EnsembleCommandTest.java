package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ensembles of small studies, from the sweep to the opening of the test split. */
class EnsembleCommandTest {
    private static final String PRICES = """
            study: together
            data:
              source: {csv: diamonds.csv, label: price}
            model:
              layers:
                - dense: {units: 8, activation: relu}
                - output: {}
            space:
              learning-rate: {log-uniform: [0.003, 0.03]}
            gates: {build: off, initialisation: off, overfit-tiny-batch: off, learning-rate-range: off}
            training: {epochs: 4}
            search: {trials: 3, seed: 5}
            """;

    /** The table comes in stretches of rising price. */
    private static final int EVERY = 32;

    /** Rows of each test's own, for the installation remembers which test rows it opened. */
    private static int offset = 1;

    @TempDir
    private Path folder;

    private void sweepPrices(String... more) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("search-spaces/data/diamonds.csv"));
        int own = offset++;
        Files.write(
                folder.resolve("diamonds.csv"),
                IntStream.range(0, lines.size())
                        .filter(line -> line == 0 || line % EVERY == own)
                        .mapToObj(lines::get)
                        .toList());
        Path spec = Files.writeString(folder.resolve("prices.yaml"), PRICES + String.join("\n", more));
        Called swept = call("sweep", spec.toString(), "--on", "threads");
        assertThat(swept.code()).as(swept.err()).isEqualTo(0);
    }

    private JsonNode study() {
        return Json.tree(call("show", "together", "--json").out());
    }

    @Test
    void ensembleOfTrials_goesFromItsGainToTheOpeningOfTheTestSplit() throws IOException {
        sweepPrices();

        Called made = call("ensemble", "together");

        assertThat(made.code()).as(made.err()).isEqualTo(0);
        assertThat(made.out())
                .contains("ensemble 1  trials ", "validation  rmse ", "flattered", "cross-fitted", "--ensemble 1");
        JsonNode ensemble = study().at("/ensembles/0");
        assertThat(ensemble.at("/members").size()).isGreaterThan(1);
        double best = study().at("/ranking/0/values/rmse").asDouble();
        assertThat(ensemble.at("/values/rmse").asDouble())
                .as("in the label's unit, better than the best trial by the gain")
                .isCloseTo(best - ensemble.at("/chosen/value").asDouble(), within(1e-6));
        assertThat(ensemble.at("/chosen/value").asDouble()).isPositive();
        assertThat(call("show", "together").out()).contains("ensemble 1  trials ", "cross-fitted");
        assertThat(report()).contains("id=\"ensemble-1\"", "cross-fitted", "flattered");

        Called best1 = call(
                "best",
                "together",
                "--ensemble",
                "1",
                "--to",
                folder.resolve("models").toString());
        assertThat(best1.code()).as(best1.err()).isEqualTo(0);
        assertThat(folder.resolve("models/member-1/model.zip")).exists();
        assertThat(Json.tree(Files.readString(folder.resolve("models/model.json")))
                        .at("/members/1/folder")
                        .asText())
                .isEqualTo("member-2");

        Called tested = call("test", "together", "--ensemble", "1", "--reason", "together");
        assertThat(tested.code()).as(tested.err()).isEqualTo(0);
        assertThat(tested.out())
                .contains("ensemble 1 of together on the", "optimism", "chose what it is made of", "this is number 1");
        assertThat(study().at("/test/openings/0/ensemble").asInt()).isEqualTo(1);
        assertThat(study().at("/test/openings/0/trial").isNull()).isTrue();
        assertThat(report()).contains("<a href=\"#ensemble-1\">Ensemble 1</a>", "together");
        Called refused = call("test", "together", "--trial", "1", "--reason", "one more");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("ensemble 1 of together already saw", "--again");
        Called again = call("test", "together", "--ensemble", "1", "--reason", "once more", "--again");
        assertThat(again.code()).as(again.err()).isEqualTo(0);
        assertThat(again.out()).contains("this is number 2");
    }

    private String report() throws IOException {
        return Files.readString(folder.resolve("reports/together/index.html"));
    }

    @Test
    void otherSeeds_joinTheBestTrialAndNoOneElsesRanking() throws IOException {
        sweepPrices();
        JsonNode before = study();

        Called made = call("ensemble", "together", "--way", "seeds", "--members", "3", "--on", "threads", "--json");

        assertThat(made.code()).as(made.err()).isEqualTo(0);
        JsonNode ensemble = Json.tree(made.out());
        int best = before.at("/ranking/0/trial").asInt();
        assertThat(ensemble.at("/members")).hasSize(3).allSatisfy(member -> {
            assertThat(member.at("/trial").asInt()).isEqualTo(best);
            assertThat(member.at("/weight").asDouble()).isEqualTo(1.0 / 3);
        });
        assertThat(ensemble.at("/members").findValuesAsText("seed")).doesNotHaveDuplicates();
        assertThat(ensemble.at("/unchosen/value").asDouble())
                .as("squared error is convex: the mean is never worse than its members on average")
                .isNotNegative();
        assertThat(study().at("/trials")).isEqualTo(before.at("/trials"));
        assertThat(study().at("/ranking")).isEqualTo(before.at("/ranking"));
        assertThat(folder.resolve("reports/together/retraining")).doesNotExist();
        assertThat(call("ensemble", "together", "--way", "seeds", "--members", "3", "--on", "threads", "--json")
                        .out())
                .as("the same seeds give the same ensemble")
                .contains(ensemble.at("/members/2/checkpoint").asText());
        assertThat(call("test", "together", "--ensemble", "1", "--reason", "seeds")
                        .code())
                .isEqualTo(0);
    }

    @Test
    void lastEpochs_answerTogetherOrByTheMeanOfTheirWeights() throws IOException {
        sweepPrices();

        Called checkpoints = call("ensemble", "together", "--way", "checkpoints", "--members", "3", "--json");
        Called weights = call("ensemble", "together", "--way", "weights", "--trial", "2", "--members", "2", "--json");

        assertThat(checkpoints.code()).as(checkpoints.err()).isEqualTo(0);
        assertThat(weights.code()).as(weights.err()).isEqualTo(0);
        JsonNode members = Json.tree(checkpoints.out()).at("/members");
        assertThat(members.findValuesAsText("value")).hasSize(3).doesNotHaveDuplicates();
        List<String> epochs = new ArrayList<>();
        members.forEach(member -> epochs.add(member.at("/epochs/0").asText()));
        assertThat(epochs).containsExactly("2", "3", "4");
        JsonNode averaged = Json.tree(weights.out()).at("/members");
        assertThat(averaged).hasSize(1);
        assertThat(averaged.at("/0/epochs").toString()).isEqualTo("[3,4]");
        assertThat(averaged.at("/0/trial").asInt()).isEqualTo(2);
        assertThat(averaged.at("/0/value").asDouble())
                .isEqualTo(Json.tree(weights.out()).at("/values/rmse").asDouble());
        assertThat(Json.tree(weights.out()).at("/unchosen/pValue").isNumber()).isTrue();
        assertThat(call("test", "together", "--ensemble", "2", "--reason", "weights")
                        .code())
                .isEqualTo(0);
    }

    @Test
    void trialsThatLostTheirCheckpoints_makeNoEnsemble() throws IOException {
        sweepPrices("keep-checkpoints: 1");

        Called refused = call("ensemble", "together");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("two different complete trials whose checkpoints are kept; together has 1");
        assertThat(study().at("/ensembles")).isEmpty();
    }

    @Test
    void missingPredictions_areTold() throws IOException {
        sweepPrices();
        String predictions = deletePredictions();

        Called refused = call("ensemble", "together");

        assertThat(refused.code()).as(predictions).isEqualTo(2);
        assertThat(refused.err()).contains("its validation predictions are missing");
    }

    private String deletePredictions() throws IOException {
        try (var files = Files.walk(folder.resolve("reports/together/artefacts"))) {
            List<Path> small = files.filter(Files::isRegularFile)
                    .filter(EnsembleCommandTest::startsLikePredictions)
                    .toList();
            for (Path file : small) {
                Files.delete(file);
            }
            return small.toString();
        }
    }

    /** One answer a row. */
    private static boolean startsLikePredictions(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.read() == 1 && in.read() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--members, 1, '--members: expected a whole number from 2 on, found 1'",
        "--trial, 1, '--way trials chooses among all trials'",
        "--way, seed, 'found ''seed''; did you mean'",
    })
    void callWithoutSense_isRefused(String option, String value, String message) {
        Called refused = call("ensemble", "together", option, value);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).containsIgnoringCase(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test together --reason x", "test together --trial 1 --ensemble 1 --reason x"})
    void test_takesATrialOrAnEnsemble(String line) {
        assertThat(call(line.split(" ")).code()).isEqualTo(2);
    }

    private Called call(String... arguments) {
        List<String> whole = new ArrayList<>(List.of(arguments));
        whole.addAll(List.of("--reports", folder.resolve("reports").toString()));
        return Called.with(whole.toArray(String[]::new));
    }
}
