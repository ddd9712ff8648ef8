package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;

/** Prices of some hundred diamonds, from the spec to the opening of the test split. */
class RegressionSweepTest {
    /** The table comes in stretches of rising price. */
    private static final int EVERY = 16;

    @TempDir
    private Path folder;

    private Path spec(String data, String output, String objective) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("search-spaces/data/diamonds.csv"));
        List<String> some = IntStream.range(0, lines.size())
                .filter(line -> line % EVERY == 0)
                .mapToObj(lines::get)
                .toList();
        Files.write(folder.resolve("diamonds.csv"), some);
        return Files.writeString(folder.resolve("prices.yaml"), """
                study: prices
                data:
                  source: {csv: diamonds.csv, label: price}
                %s
                model:
                  layers:
                    - dense: {units: 16, activation: relu}
                    - output: %s
                space:
                  learning-rate: {log-uniform: [0.003, 0.03]}
                objective: {%s}
                training: {epochs: 15}
                search: {trials: 2, seed: 5}
                """.formatted(data, output, objective));
    }

    @Test
    void study_learnsThePricesAndKeepsTheirUnit() throws Exception {
        Called swept = call("sweep", spec("", "{}", "").toString(), "--on", "threads");

        assertThat(swept.code()).as(swept.err() + swept.out()).isEqualTo(0);
        assertThat(swept.err()).contains("task: regression", "stratified by tenths of the label");
        JsonNode study = Json.tree(call("show", "prices", "--json").out());
        assertThat(study.at("/data/task").asText()).startsWith("regression");
        assertThat(study.at("/objectives/0/metric").asText()).isEqualTo("rmse");
        JsonNode best = study.at("/trials")
                .get(study.at("/ranking/0/trial").asInt() - 1)
                .at("/best");
        assertThat(best.at("/values/r2").asDouble()).as(best.toString()).isGreaterThan(0.8);
        assertThat(best.at("/values/rmse").asDouble()).isBetween(500.0, 2000.0);
        assertThat(best.at("/values/mae").asDouble())
                .isLessThan(best.at("/values/rmse").asDouble());
        assertThat(best.at("/intervals/rmse/0").asDouble())
                .isLessThan(best.at("/values/rmse").asDouble());
        assertThat(folder.resolve("reports/prices/index.html")).content().contains("regression");

        assertThat(call("replay", "prices", "--trial", "1").code()).isEqualTo(0);
        Called tested = call("test", "prices", "--trial", "1", "--reason", "the end");
        assertThat(tested.code()).as(tested.err()).isEqualTo(0);
        assertThat(tested.out()).contains("rmse", "mae", "r2").doesNotContain("accuracy");
        Called exported = call("best", "prices", "--to", folder.resolve("model").toString());
        assertThat(exported.code()).as(exported.err()).isEqualTo(0);
        assertThat(inDollars(folder.resolve("model/model.zip"), 0)).isBetween(3000.0, 5000.0);
    }

    /** What an exported model's answer is worth. */
    private static double inDollars(Path model, float answer) throws Exception {
        NormalizerStandardize normaliser = ModelSerializer.restoreNormalizerFromFile(model.toFile());
        INDArray output = Nd4j.createFromArray(new float[][] {{answer}});
        normaliser.revertLabels(output);
        return output.getDouble(0);
    }

    @Test
    void gates_passASoundNetworkAndRejectAnAbsurdRate() throws IOException {
        String spec = spec("", "{loss: mse}", "metric: mae").toString();

        Called sound = Called.with("check", spec, "--set", "learning-rate=0.01");
        Called absurd = Called.with("check", spec, "--set", "learning-rate=100", "--set", "optimiser=sgd");

        assertThat(sound.code()).as(sound.out()).isEqualTo(0);
        assertThat(sound.out()).doesNotContain("inconclusive").contains("learnt by heart");
        assertThat(absurd.code()).as(absurd.out()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|{loss: cross-entropy}|rmse|cross-entropy is for classification, and the data are for regression (wrong-loss); use mse",
                "|{loss: mse}|accuracy|accuracy is for classification, and the data are for regression; use one of rmse",
                "'  task: classification'|{loss: mse}|accuracy|mse is for regression, and the data are for classification",
                "'  task: classification'|{}|r2|r2 is for regression, and the data are for classification",
                "'  task: ranking'|{}|rmse|unknown value 'ranking'; allowed: classification, regression, multi-label",
            })
    void whatDoesNotSuitTheTask_isRefusedInOneLine(String data, String output, String metric, String message)
            throws IOException {
        Called swept = call(
                "sweep",
                spec(data == null ? "" : data, output, "metric: " + metric).toString());

        assertThat(swept.code()).as(swept.err()).isEqualTo(2);
        assertThat(swept.err()).contains(message);
        assertThat(swept.err().strip().lines().filter(line -> line.contains(" is for ") || line.contains("unknown")))
                .hasSize(1);
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    private Called call(String command, String... arguments) {
        String[] whole = new String[arguments.length + 3];
        whole[0] = command;
        System.arraycopy(arguments, 0, whole, 1, arguments.length);
        whole[arguments.length + 1] = "--reports";
        whole[arguments.length + 2] = folder.resolve("reports").toString();
        return Called.with(whole);
    }
}
