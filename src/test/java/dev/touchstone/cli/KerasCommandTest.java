package dev.touchstone.cli;

import static dev.touchstone.model.keras.KerasFiles.fed;
import static dev.touchstone.model.keras.KerasFiles.functional;
import static dev.touchstone.model.keras.KerasFiles.layer;
import static dev.touchstone.model.keras.KerasFiles.sequential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import dev.touchstone.model.keras.KerasFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** Networks of Keras's files, on digits. */
class KerasCommandTest {
    private static final Path FIXTURES = Path.of("src/test/resources/keras");
    private static final String SIXTY_FOUR = "[null, 64]";

    @TempDir
    private Path folder;

    private Path spec;

    @BeforeEach
    void writeSpec() throws IOException {
        spec = Files.writeString(folder.resolve("own.yaml"), """
                data:
                  source: {csv: '%s', label: digit}
                model: {keras: network.h5}
                space: {learning-rate: {log-uniform: [0.01, 0.05]}}
                gates: {overfit-tiny-batch: off, learning-rate-range: off}
                training: {epochs: 2}
                search: {trials: 1, seed: 4}
                """.formatted(
                        Path.of("search-spaces/data/digits.csv").toAbsolutePath()));
    }

    private Path network() {
        return folder.resolve("network.h5");
    }

    private Called call(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--reports";
        all[arguments.length + 1] = folder.resolve("reports").toString();
        return Called.with(all);
    }

    /** Calls the command in a process that lacks what reads files of Keras. */
    private Called callWithoutKeras(String... arguments) throws Exception {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("modelimport") && !entry.contains("jhdf"))
                .collect(Collectors.joining(File.pathSeparator));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx512m",
                                        "-cp",
                                        classPath,
                                        "dev.touchstone.cli.Touchstone"),
                                Stream.concat(
                                        Stream.of(arguments),
                                        Stream.of(
                                                "--reports",
                                                folder.resolve("reports").toString())))
                        .toList())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Called(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    private void assertLearns() {
        JsonNode study = Json.tree(call("show", "own", "--json").out());
        assertThat(study.at("/ranking/0/values/accuracy").asDouble())
                .as(study.toString())
                .isGreaterThan(0.6);
    }

    @Test
    void network_isTrainedAndItsStudyGoesOnWithoutFileAndKeras() throws Exception {
        Files.copy(FIXTURES.resolve("chain.h5"), network());

        Called swept = call("sweep", spec.toString(), "--on", "threads");

        assertThat(swept.code()).as(swept.err()).isEqualTo(0);
        assertLearns();
        Called again = call("sweep", spec.toString(), "--on", "threads");
        assertThat(again.code()).as(again.err()).isEqualTo(0);
        Files.delete(network());
        Called replayed = callWithoutKeras("replay", "own", "--trial", "1");
        assertThat(replayed.code()).as(replayed.out() + replayed.err()).isEqualTo(0);
        Called exported = call("best", "own", "--to", folder.resolve("model").toString());
        assertThat(exported.code()).as(exported.err()).isEqualTo(0);
        MultiLayerNetwork best = ModelSerializer.restoreMultiLayerNetwork(
                folder.resolve("model/model.zip").toFile());
        OutputLayer output =
                (OutputLayer) best.getLayerWiseConfigurations().getConf(2).getLayer();
        assertThat(output.getActivationFn()).isInstanceOf(ActivationSoftmax.class);
        assertThat(output.getLossFn()).isInstanceOf(LossMCXENT.class);
        assertThat(((Nesterovs) output.getIUpdater()).getMomentum()).isEqualTo(0.9);
    }

    @Test
    void graphOfConvolutions_takesRowsAsImages() throws Exception {
        Files.copy(FIXTURES.resolve("graph.h5"), network());

        Called flat = call("sweep", spec.toString(), "--on", "threads");
        Files.writeString(spec, Files.readString(spec).replace("model:", "  shape: [1, 8, 8]\nmodel:"));
        Called swept = call("sweep", spec.toString(), "--on", "threads");

        assertThat(flat.code()).isEqualTo(2);
        assertThat(flat.err())
                .contains(
                        "model: keras: the network takes rows of the shape [1, 8, 8], and those of the data have [64];"
                                + " state data: {shape: [1, 8, 8]}");
        assertThat(swept.code()).as(swept.err()).isEqualTo(0);
        assertLearns();
    }

    @Test
    void withoutWhatReadsThem_itIsSaidHowToGetIt() throws Exception {
        Files.copy(FIXTURES.resolve("chain.h5"), network());

        Called swept = callWithoutKeras("sweep", spec.toString());

        assertThat(swept.code()).as(swept.err()).isEqualTo(2);
        assertThat(swept.err().lines())
                .containsExactly(
                        "touchstone: " + spec + ":3: model.keras: 'network.h5' cannot be read: networks of Keras"
                                + " take deeplearning4j-modelimport and jhdf, which are not here; get them by"
                                + " 'mvn dependency:copy-dependencies@keras' in Touchstone's folder");
    }

    private static Map<String, Object> dense(String name, int units, String activation) {
        return layer("Dense", name, "{\"units\": %d, \"activation\": \"%s\"}".formatted(units, activation));
    }

    private static Map<String, Object> input(String name, String shape) {
        return layer("InputLayer", name, "{\"batch_input_shape\": " + shape + "}");
    }

    private static Map<String, Object> chain(Map<String, Object> last) {
        return sequential(List.of(input("in", SIXTY_FOUR), dense("first", 4, "relu"), last));
    }

    private static Stream<Arguments> misfits() {
        Map<String, Object> sound = dense("out", 10, "softmax");
        Map<String, Object> logits = dense("out", 10, "linear");
        return Stream.of(
                arguments(
                        chain(dense("out", 7, "softmax")), "", "the output layer has nOut 7, and the data are for 10"),
                arguments(
                        chain(logits),
                        "",
                        "has the activation Identity, and cross-entropy for classification wants softmax"),
                arguments(
                        chain(sound),
                        "{\"loss\": \"mse\"}",
                        "was compiled with mse, for regression, and the data are for"),
                arguments(
                        chain(sound), "{\"loss\": \"hinge\"}", "was compiled with the loss 'hinge', expected a cross-"),
                arguments(chain(sound), """
                        {"loss": "categorical_crossentropy", "optimizer_config": {"class_name": "Ftrl", "config": {}}}""", "was compiled with the optimiser 'Ftrl', expected SGD, Adam"),
                arguments(chain(sound), """
                        {"loss": {"class_name": "CategoricalCrossentropy", "config": {"label_smoothing": 0.1}}}""", "was compiled with a label_smoothing of 0.1"),
                arguments(chain(layer("Lambda", "code", "{}")), "", "has the layer 'code', a Lambda: code of Python"),
                arguments(
                        chain(layer("GlobalMaxPooling1D", "pool", "{}")),
                        "",
                        "ends in the layer 'pool', a GlobalMaxPooling1D, expected a Dense layer"),
                arguments(
                        sequential(List.of(input("in", SIXTY_FOUR), layer("UnitNormalization", "unit", "{}"), sound)),
                        "",
                        "has what DL4J does not import: Unsupported keras layer type UnitNormalization"),
                arguments(
                        sequential(List.of(input("in", "[null, 32]"), sound)),
                        "",
                        "the network takes rows of the shape [32], and those of the data have [64]"),
                arguments(
                        sequential(List.of(input("in", "[null, null, null, 3]"), sound)),
                        "",
                        "takes rows of any size, expected"),
                arguments(sequential(List.of(sound)), "", "does not say how many inputs it has"),
                arguments(sequential(List.of()), "", "has no layers"),
                arguments(Map.of("class_name", "Mine"), "", "is a model of the class 'Mine', expected Sequential or"),
                arguments(
                        functional(
                                List.of(
                                        fed(input("a", SIXTY_FOUR)),
                                        fed(input("b", SIXTY_FOUR)),
                                        fed(layer("Add", "add", "{}"), "a", "b"),
                                        fed(sound, "add")),
                                List.of("a", "b"),
                                List.of("out")),
                        "",
                        "has 2 inputs, expected one"),
                arguments(
                        functional(
                                List.of(
                                        fed(input("a", SIXTY_FOUR)),
                                        fed(dense("one", 2, "relu"), "a"),
                                        fed(sound, "a")),
                                List.of("a"),
                                List.of("one", "out")),
                        "",
                        "has 2 outputs, expected one"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void networkThatCannotBe_isRefusedInALine(Object model, String training, String message) {
        if (training.isEmpty()) {
            KerasFiles.write(network(), model);
        } else {
            KerasFiles.write(network(), model, training);
        }

        assertRefused(message);
    }

    private void assertRefused(String message) {
        Called swept = call("sweep", spec.toString());

        assertThat(swept.code()).as(swept.err()).isEqualTo(2);
        assertThat(swept.err()).contains(message).contains("keras: ").doesNotContain("\tat ");
        assertThat(swept.err().lines()).as(swept.err()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keras_version | 3.4.1 | was written by Keras '3.4.1', expected Keras 2",
                "keras_version | 1.2.2 | was written by Keras '1.2.2', expected Keras 2",
                "backend       | any   | has no model_config",
                "model_config  | {...  | has a model_config that is no JSON",
            })
    void attributesThatAreWrong_areRefusedInALine(String name, String value, String message) {
        KerasFiles.write(network(), Map.of(name, value));

        assertRefused(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PK\u0003\u0004more | is a zip archive, as a .keras file is",
                "text | is no HDF5 file",
                "'' | is no HDF5"
            })
    void fileOfAnotherKind_isRefusedInALine(String content, String message) throws IOException {
        Files.writeString(network(), content);

        assertRefused(message);
    }

    @Test
    void folderAndMissingFile_areRefusedInALine() throws IOException {
        assertRefused("there is no file 'network.h5' in the spec's folder");
        Files.createDirectory(network());
        assertRefused("'network.h5' is a folder, expected a file");
    }
}
