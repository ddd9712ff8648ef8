package dev.touchstone.model.keras;

import static dev.touchstone.model.keras.KerasFiles.fed;
import static dev.touchstone.model.keras.KerasFiles.functional;
import static dev.touchstone.model.keras.KerasFiles.layer;
import static dev.touchstone.model.keras.KerasFiles.sequential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.touchstone.data.Tasks;
import dev.touchstone.model.KerasModel;
import dev.touchstone.model.NetworkBuilder;
import dev.touchstone.model.NetworkConfiguration;
import dev.touchstone.model.SteppedRate;
import dev.touchstone.space.Assignment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Kinds of networks: what rows they take, that they have as many parameters as in Keras, and that they answer. */
class KerasImportTest {
    private static final int CLASSES = 3;
    private static final String DEPTHWISE = """
            , "depthwise_initializer": {"class_name": "GlorotUniform", "config": {}}, "depthwise_regularizer": null,
            "pointwise_initializer": {"class_name": "GlorotUniform", "config": {}}, "pointwise_regularizer": null,
            "depthwise_constraint": null, "pointwise_constraint": null""";

    @TempDir
    private Path folder;

    private static Map<String, Object> input(String shape) {
        return layer("InputLayer", "in", "{\"batch_input_shape\": " + shape + "}");
    }

    private static Map<String, Object> dense(String name, int units, String activation) {
        return layer("Dense", name, "{\"units\": %d, \"activation\": \"%s\"}".formatted(units, activation));
    }

    private static Map<String, Object> out() {
        return dense("out", CLASSES, "softmax");
    }

    private static Map<String, Object> convolution(String kind, String name, String more) {
        String window = kind.equals("Conv1D") ? "[3]" : "[3, 3]";
        String one = kind.equals("Conv1D") ? "[1]" : "[1, 1]";
        return layer(
                kind,
                name,
                "{\"filters\": 4, \"kernel_size\": %s, \"strides\": %s, \"dilation_rate\": %s, \"groups\": 1%s}"
                        .formatted(window, one, one, more));
    }

    private static Map<String, Object> plain(String kind) {
        return layer(kind, kind.toLowerCase(Locale.ROOT), "{}");
    }

    private static Map<String, Object> chain(Object... layers) {
        return sequential(List.of(layers));
    }

    private static Stream<Arguments> networks() {
        Map<String, Object> first = layer("Dense", "first", "{\"units\": 4, \"batch_input_shape\": [null, 8]}");
        Map<String, Object> shaped = layer("Reshape", "shaped", "{\"target_shape\": [6, -1, 2]}");
        Map<String, Object> lstm = layer("LSTM", "lstm", "{\"units\": 5, \"activation\": \"tanh\"}");
        Map<String, Object> all =
                layer("LSTM", "all", "{\"units\": 5, \"activation\": \"tanh\", \"return_sequences\": true}");
        Map<String, Object> both = layer("Bidirectional", "both", "{\"merge_mode\": \"concat\"}");
        config(both).put("layer", lstm);
        return Stream.of(
                arguments(
                        "list of layers",
                        Map.of("class_name", "Sequential", "config", List.of(first, out())),
                        "[8]",
                        51),
                arguments("layers in a mapping", chain(first, out()), "[8]", 51),
                arguments("flattened image", chain(input("[null, 4, 5, 2]"), plain("Flatten"), out()), "[40]", 123),
                arguments("flattened sequence", chain(input("[null, 4, 5]"), plain("Flatten"), out()), "[20]", 63),
                arguments(
                        "reshaped row",
                        chain(input("[null, 60]"), shaped, convolution("Conv2D", "c", ""), plain("Flatten"), out()),
                        "[2, 6, 5]",
                        76 + 4 * 4 * 3 * 3 + 3),
                arguments(
                        "image and global pooling",
                        chain(
                                input("[null, 6, 5, 2]"),
                                convolution("Conv2D", "c", ", \"padding\": \"same\""),
                                plain("BatchNormalization"),
                                plain("GlobalAveragePooling2D"),
                                out()),
                        "[2, 6, 5]",
                        76 + 16 + 15),
                arguments(
                        "channels first",
                        chain(
                                input("[null, 2, 6, 5]"),
                                convolution("Conv2D", "c", ", \"data_format\": \"channels_first\""),
                                layer("MaxPooling2D", "p", """
                                        {"pool_size": [2, 1], "strides": [2, 1], "data_format": "channels_first"}"""),
                                plain("Flatten"),
                                out()),
                        "[2, 6, 5]",
                        76 + 4 * 2 * 3 * 3 + 3),
                arguments("last step", chain(input("[null, 7, 2]"), lstm, out()), "[2, 7]", 160 + 18),
                arguments(
                        "all steps, then the last",
                        chain(input("[null, 7, 2]"), all, second(), out()),
                        "[2, 7]",
                        160 + 220 + 18),
                arguments("any number of steps", chain(input("[null, null, 2]"), lstm, out()), "[2, 0]", 160 + 18),
                arguments("there and back", chain(input("[null, 7, 2]"), both, out()), "[2, 7]", 320 + 33),
                arguments(
                        "window over steps",
                        chain(
                                input("[null, 7, 2]"),
                                convolution("Conv1D", "c", ""),
                                plain("GlobalMaxPooling1D"),
                                out()),
                        "[2, 7]",
                        28 + 15),
                arguments(
                        "steps as a vector",
                        chain(input("[null, 7, 2]"), convolution("Conv1D", "c", ""), plain("Flatten"), out()),
                        "[2, 7]",
                        28 + 63),
                arguments(
                        "convolutions of other kinds",
                        chain(
                                input("[null, 6, 6, 2]"),
                                layer("ZeroPadding2D", "zeros", "{\"padding\": [[1, 1], [1, 1]]}"),
                                convolution("SeparableConv2D", "s", ", \"depth_multiplier\": 1" + DEPTHWISE),
                                plain("LeakyReLU"),
                                layer("SpatialDropout2D", "less", "{\"rate\": 0.2}"),
                                convolution("DepthwiseConv2D", "d", ", \"depth_multiplier\": 1" + DEPTHWISE),
                                layer("UpSampling2D", "up", "{\"size\": [2, 2]}"),
                                plain("GlobalMaxPooling2D"),
                                out()),
                        "[2, 6, 6]",
                        18 + 8 + 4 + 36 + 4 + 15),
                arguments(
                        "fewer steps",
                        chain(
                                input("[null, 8, 2]"),
                                convolution("Conv1D", "c", ", \"padding\": \"same\""),
                                layer("MaxPooling1D", "p", "{\"pool_size\": [2], \"strides\": [2]}"),
                                lstm,
                                out()),
                        "[2, 8]",
                        28 + 200 + 18),
                arguments(
                        "codes",
                        chain(input("[null, 5]"), layer("Embedding", "codes", """
                                        {"input_dim": 6, "output_dim": 4, "mask_zero": false, "input_length": 5,
                                         "embeddings_initializer": {"class_name": "RandomUniform",
                                            "config": {"minval": -0.05, "maxval": 0.05, "seed": null}},
                                         "embeddings_regularizer": null, "embeddings_constraint": null}"""), lstm, out()),
                        "[5]",
                        24 + 200 + 18),
                arguments(
                        "branches side by side",
                        functional(
                                List.of(
                                        fed(input("[null, 8]")),
                                        fed(dense("a", 4, "relu"), "in"),
                                        fed(dense("b", 2, "tanh"), "in"),
                                        fed(layer("Concatenate", "join", "{\"axis\": 1}"), "a", "b"),
                                        fed(plain("BatchNormalization"), "join"),
                                        fed(dense("last", CLASSES, "linear"), "batchnormalization"),
                                        fed(plain("Softmax"), "last")),
                                List.of("in"),
                                List.of("softmax")),
                        "[8]",
                        36 + 18 + 24 + 21));
    }

    private static Map<String, Object> second() {
        return layer("LSTM", "second", "{\"units\": 5, \"activation\": \"tanh\"}");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> config(Map<String, Object> layer) {
        return (Map<String, Object>) layer.get("config");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void network_hasTheParametersOfKerasAndAnswers(String name, Object model, String rows, long parameters) {
        KerasModel read = KerasImport.read(KerasFiles.write(folder.resolve("m.h5"), model));

        assertThat(read.rows()).hasToString(rows);
        assertThat(KerasImport.read(folder.resolve("m.h5"))).as("read again").isEqualTo(read);
        List<Integer> shape =
                read.rows().stream().map(size -> size == 0 ? 7 : size).toList();
        NetworkBuilder builder = new NetworkBuilder(read, shape, Tasks.classes(CLASSES));
        assertThat(builder.parameters(new Assignment(Map.of()))).isEqualTo(parameters);
        INDArray answers = answers(builder.regularised(new Assignment(Map.of()), new SteppedRate(), 1));
        assertThat(answers.shape()).containsExactly(2, CLASSES);
        assertThat(Arrays.stream(answers.sum(1).toDoubleVector())).allMatch(sum -> Math.abs(sum - 1) < 1e-5);
    }

    private static INDArray answers(NetworkConfiguration configuration) {
        long[] shape = Stream.concat(Stream.of(2), configuration.inputShape().stream())
                .mapToLong(size -> size == 0 ? 7 : size)
                .toArray();
        INDArray rows = Nd4j.linspace(
                        DataType.FLOAT, 0, 0.01, Arrays.stream(shape).reduce(1, Math::multiplyExact))
                .reshape(shape);
        if (configuration instanceof NetworkConfiguration.Chain chain) {
            MultiLayerNetwork network = new MultiLayerNetwork(chain.chain());
            network.init();
            return network.output(rows);
        }
        ComputationGraph network = new ComputationGraph(((NetworkConfiguration.Graph) configuration).graph());
        network.init();
        return network.outputSingle(rows);
    }

    @Test
    void penalties_weighAsInKeras() {
        Map<String, Object> penalised = layer("Dense", "out", """
                {"units": 3, "activation": "softmax", "kernel_regularizer": {"class_name": "L2", "config": {"l2": 0.5}}}""");
        KerasModel read =
                KerasImport.read(KerasFiles.write(folder.resolve("m.h5"), chain(input("[null, 8]"), penalised)));

        MultiLayerNetwork network = new MultiLayerNetwork(
                ((NetworkConfiguration.Chain) new NetworkBuilder(read, List.of(8), Tasks.classes(CLASSES))
                                .regularised(new Assignment(Map.of()), new SteppedRate(), 1))
                        .chain());
        network.init();

        double squares = Math.pow(network.getParam("0_W").norm2Number().doubleValue(), 2);
        assertThat(network.calcRegularizationScore(true)).isCloseTo(0.5 * squares, within(1e-4));
    }

    @Test
    void damagedFile_isRefusedInALine() throws Exception {
        byte[] sound = Files.readAllBytes(Path.of("src/test/resources/keras/chain.h5"));
        SplittableRandom random = new SplittableRandom(7);
        Path file = folder.resolve("damaged.h5");
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            byte[] damaged = i % 3 == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            for (int change = 0; change < 20 && damaged.length > 8; change++) {
                damaged[8 + random.nextInt(Math.min(damaged.length - 8, 4000))] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            try {
                KerasImport.read(file);
            } catch (KerasProblem e) {
                refused++;
                assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(400);
            }
        }
        assertThat(refused).isGreaterThan(120);
    }
}
