package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Nesterovs;

/** Networks that a program of the user's wrote as JSON, on digits. */
class Dl4jConfigurationTest {
    private static final int CLASSES = 10;

    @TempDir
    private Path folder;

    private static NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder().l2(1e-4).updater(new Nesterovs(0.5, 0.9));
    }

    private static OutputLayer output(int classes) {
        return new OutputLayer.Builder()
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static String convolution(InputType input) {
        return builder()
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .nOut(6)
                        .activation(Activation.RELU)
                        .build())
                .layer(new BatchNormalization())
                .layer(new DenseLayer.Builder()
                        .nOut(16)
                        .dropOut(0.8)
                        .activation(Activation.RELU)
                        .build())
                .layer(output(CLASSES))
                .setInputType(input)
                .build()
                .toJson();
    }

    private static String dense(int classes) {
        return builder()
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(64)
                        .nOut(16)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder().nIn(16).nOut(classes).build())
                .build()
                .toJson();
    }

    /** With a way round a layer. */
    private static String residual() {
        DenseLayer.Builder layer = new DenseLayer.Builder().nOut(24).activation(Activation.RELU);
        return builder()
                .graphBuilder()
                .addInputs("row")
                .addLayer("first", layer.build(), "row")
                .addLayer("second", layer.build(), "first")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "first", "second")
                .addLayer("answer", output(CLASSES), "sum")
                .setOutputs("answer")
                .setInputTypes(InputType.feedForward(64))
                .build()
                .toJson();
    }

    private Called sweep(String json, String space) throws IOException {
        Files.writeString(folder.resolve("network.json"), json);
        Path spec = Files.writeString(folder.resolve("own.yaml"), """
                data:
                  source: {csv: '%s', label: digit}
                  shape: [1, 8, 8]
                model: {dl4j: network.json}
                space: %s
                training: {epochs: 4}
                search: {trials: 2, seed: 4}
                """.formatted(
                        Path.of("search-spaces/data/digits.csv").toAbsolutePath(), space));
        return call("sweep", spec.toString(), "--on", "threads");
    }

    private Called call(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--reports";
        all[arguments.length + 1] = folder.resolve("reports").toString();
        return Called.with(all);
    }

    private void assertLearns(String json) throws IOException {
        Called swept = sweep(json, "{learning-rate: {log-uniform: [0.01, 0.05]}}");

        assertThat(swept.code()).as(swept.err()).isEqualTo(0);
        JsonNode study = Json.tree(call("show", "own", "--json").out());
        assertThat(study.at("/ranking/0/values/accuracy").asDouble())
                .as(study.toString())
                .isGreaterThan(0.85);
        assertThat(study.at("/trials/0/gates")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(call("replay", "own", "--trial", "1").code()).isEqualTo(0);
    }

    @Test
    void convolutionOfImages_learns() throws IOException {
        assertLearns(convolution(InputType.convolutional(8, 8, 1)));
    }

    @Test
    void convolutionOfFlatImages_learns() throws IOException {
        assertLearns(convolution(InputType.convolutionalFlat(8, 8, 1)));
    }

    @Test
    void chainOfDenseLayers_learns() throws IOException {
        assertLearns(dense(CLASSES));
    }

    @Test
    void branchedNetwork_learnsAndIsExported() throws Exception {
        assertLearns(residual());

        Called exported = call("best", "own", "--to", folder.resolve("model").toString());
        assertThat(exported.code()).as(exported.err()).isEqualTo(0);
        ComputationGraph graph = ModelSerializer.restoreComputationGraph(
                folder.resolve("model/model.zip").toFile());
        assertThat(graph.layerSize("answer")).isEqualTo(CLASSES);
        assertThat(folder.resolve("model/Predict.java"))
                .content()
                .contains("ComputationGraph", "outputSingle(features.reshape(1, 64))")
                .doesNotContain("{{");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dense  | com.example.Gadget           | {learning-rate: 0.01}  | found the class 'com.example.Gadget', expected one of",
                "confs  | nothing                      | {learning-rate: 0.01}  | expected what toJson() of a MultiLayerConfiguration",
                "Dense  | org.deeplearning4j.nn.Absent | {learning-rate: 0.01}  | DL4J makes no network of it",
                "nothin | g                            | {optimiser: adam}      | nothing uses this parameter: the network brings its own optimiser",
            })
    void networkThatCannotBe_isRefusedInALine(String part, String instead, String space, String message)
            throws IOException {
        String whole = part.equals("Dense") ? "org.deeplearning4j.nn.conf.layers.DenseLayer" : part;

        Called swept = sweep(dense(CLASSES).replace(whole, instead), space);

        assertThat(swept.code()).as(swept.err()).isEqualTo(2);
        assertThat(swept.err()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void outputOfAnotherWidth_isRefused() throws IOException {
        Called swept = sweep(dense(7), "{learning-rate: 0.01}");

        assertThat(swept.code()).isEqualTo(2);
        assertThat(swept.err()).contains("model: dl4j: the output layer has nOut 7, and the data are for 10");
    }
}
