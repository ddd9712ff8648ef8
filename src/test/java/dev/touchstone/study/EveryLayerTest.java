package dev.touchstone.study;

import static dev.touchstone.study.LayerTable.PICTURE;
import static dev.touchstone.study.LayerTable.SEQUENCE;
import static dev.touchstone.study.LayerTable.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import dev.touchstone.model.NetworkConfiguration;
import dev.touchstone.model.SteppedRate;
import dev.touchstone.model.layer.Initialisation;
import dev.touchstone.model.layer.WeightedLayers;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Dl4jLearner;
import dev.touchstone.training.Learner;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Every layer and initialisation that a spec can name trains, counts its parameters, and has the right gradient. */
class EveryLayerTest {
    private static final int ROWS = 48;
    private static final int STEPS = 25;
    private static final int CHECKED_ROWS = 4;
    private static final int CHECKED_PARAMETERS = 3;

    static Stream<LayerTable> layers() {
        return Stream.of(
                LayerTable.of(TABLE, "dense: {units: 6, activation: tanh, layer-normalisation: true}"),
                LayerTable.of(TABLE, "dense: {units: 6, activation: identity}", "activation: tanh"),
                LayerTable.of(TABLE, "dense: {units: 6, activation: tanh}", "batch-normalisation: {}"),
                LayerTable.of(PICTURE, "convolution: {filters: 3, kernel: 3, activation: tanh}"),
                LayerTable.of(
                        PICTURE,
                        "convolution: {filters: 3, kernel: [3, 2], stride: [2, 1], padding: same, activation: tanh}",
                        "batch-normalisation: {}"),
                LayerTable.of(
                        PICTURE, "convolution: {filters: 3, kernel: 2, padding: 1, dilation: 2, activation: tanh}"),
                LayerTable.of(
                        PICTURE,
                        "convolution: {filters: 2, kernel: 3, activation: tanh}",
                        "separable-convolution: {filters: 4, kernel: 3, activation: tanh}"),
                LayerTable.of(
                        PICTURE,
                        "convolution: {filters: 2, kernel: 3, activation: tanh}",
                        "depthwise-convolution: {multiplier: 2, kernel: 3, activation: tanh}"),
                LayerTable.of(PICTURE, "locally-connected: {filters: 2, kernel: 3, stride: 2, activation: tanh}"),
                LayerTable.of(PICTURE, "convolution: {filters: 2, kernel: 3, weights: local, activation: tanh}"),
                LayerTable.of(
                        PICTURE,
                        "convolution: {filters: 3, kernel: 3, activation: tanh}",
                        "pooling: {kind: max, size: 2}",
                        "pooling: {kind: average, size: 2, stride: 1, padding: same}"),
                LayerTable.of(
                        PICTURE,
                        "convolution: {filters: 6, kernel: 3, activation: tanh}",
                        "global-pooling: {kind: average}"),
                LayerTable.of(
                        SEQUENCE,
                        "convolution: {filters: 4, kernel: 3, padding: same, activation: tanh}",
                        "batch-normalisation: {}",
                        "pooling: {kind: average, size: 2}"),
                LayerTable.of(
                        SEQUENCE,
                        "convolution: {filters: 6, kernel: 2, dilation: 2, activation: tanh}",
                        "global-pooling: {kind: max}"),
                LayerTable.of(SEQUENCE, "locally-connected: {filters: 3, kernel: 3, activation: tanh}"),
                LayerTable.of(SEQUENCE, "lstm: {units: 6}"),
                LayerTable.of(SEQUENCE, "lstm: {units: 4, returns: sequence}"),
                LayerTable.of(SEQUENCE, "lstm: {units: 4, bidirectional: true}", "simple-recurrent: {units: 5}"),
                LayerTable.of(SEQUENCE, "lstm: {units: 5, bidirectional: average}"),
                LayerTable.of(SEQUENCE, "simple-recurrent: {units: 6, bidirectional: add}"),
                LayerTable.of(SEQUENCE, "simple-recurrent: {units: 6, bidirectional: multiply}"),
                LayerTable.of(SEQUENCE, "embedding: {units: 3}", "lstm: {units: 5}"),
                LayerTable.of(TABLE, "embedding: {units: 3, values: 8}", "simple-recurrent: {units: 5}"),
                LayerTable.of(SEQUENCE, "self-attention: {units: 6, heads: 2}", "global-pooling: {kind: average}"),
                LayerTable.of(TABLE, "dense: {units: 5}", "residual: {layers: [dense: {units: 5, activation: tanh}]}"),
                LayerTable.of(
                        PICTURE,
                        // Normalisation first: DL4J's check takes parameters to be in the order in which layers were
                        // added.
                        "residual: {layers: [batch-normalisation: {}, convolution: {filters: 3, kernel: 3, stride: 2,"
                                + " padding: same, activation: tanh}]}",
                        "global-pooling: {kind: average}"),
                LayerTable.of(
                        SEQUENCE,
                        "residual: {layers: [convolution: {filters: 3, kernel: 3, stride: 2, padding: same, activation:"
                                + " tanh}]}"),
                LayerTable.of(SEQUENCE, "residual: {layers: [lstm: {units: 8}]}", "global-pooling: {kind: average}"),
                LayerTable.of(TABLE, "shared: {inputs: 2, layers: [dense: {units: 5, activation: tanh}]}"),
                LayerTable.of(
                        "[2, 4, 8]",
                        "shared: {inputs: 2, layers: [convolution: {filters: 3, kernel: 3, activation: tanh}]}",
                        "dense: {units: 5, activation: tanh}"),
                LayerTable.of(
                        SEQUENCE,
                        "shared: {inputs: 2, layers: [lstm: {units: 4}]}",
                        "dense: {units: 5, activation: tanh}"),
                LayerTable.of(TABLE, "repeat: {times: 3, layers: [dense: {units: 6, activation: tanh}]}"),
                LayerTable.of(
                        TABLE,
                        "repeat: {times: 2, layers: [residual: {layers: [dense: {units: 64, activation: tanh}, dropout:"
                                + " {rate: 0.2}]}]}"));
    }

    static Stream<LayerTable> layersOfTheirOwn() {
        return layers().filter(table -> table.layers().stream()
                .noneMatch(layer ->
                        layer.startsWith("locally") || layer.startsWith("self") || layer.contains("weights: local")));
    }

    static Stream<LayerTable> all() {
        Stream<LayerTable> initialised = Arrays.stream(Initialisation.values())
                .map(initialisation -> LayerTable.of(
                        TABLE,
                        "dense: {units: 6, activation: tanh, initialisation: " + initialisation.specName() + "}"));
        return Stream.concat(layers(), initialised);
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_layer_learns(LayerTable table) {
        PreparedData data = table.data();
        Rows rows = data.train().range(0, ROWS);
        SteppedRate rate = new SteppedRate();
        NetworkConfiguration configuration = table.regularised(data, rate);
        try (Learner learner = new Dl4jLearner(configuration, rate, data.task())) {
            assertThat(table.networks(data).parameters(new Assignment(Map.of())))
                    .isEqualTo(learner.parameters());
            float[] before = learner.save(0).parameters();
            double[] losses = IntStream.range(0, STEPS)
                    .mapToDouble(step -> learner.step(List.of(new Learner.Step(rows, 0.01, 100 + step)))[0])
                    .toArray();

            assertThat(losses).doesNotContain(Double.NaN);
            assertThat(losses[STEPS - 1]).isLessThan(losses[0]);
            assertThat(learner.isFinite(0)).isTrue();
            assertThat(learner.save(0).parameters()).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("layersOfTheirOwn")
    void every_layer_has_the_gradient_that_differences_tell(LayerTable table) {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        PreparedData data = table.data();
        NetworkConfiguration configuration = plain(table, data);
        Rows rows = data.train().range(0, CHECKED_ROWS);
        int[] shape =
                configuration.inputShape().stream().mapToInt(Integer::intValue).toArray();

        assertThat(agrees(configuration, input(rows, shape), labels(data, rows)))
                .isTrue();
    }

    private static INDArray input(Rows rows, int... shape) {
        int[] withRows = IntStream.concat(IntStream.of(rows.count()), IntStream.of(shape))
                .toArray();
        return Nd4j.createFromArray(rows.numbers()).castTo(DataType.DOUBLE).reshape(withRows);
    }

    private static INDArray labels(PreparedData data, Rows rows) {
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, rows.count(), data.classes());
        for (int row = 0; row < rows.count(); row++) {
            labels.putScalar(row, rows.labels()[row], 1);
        }
        return labels;
    }

    /** When DL4J mends this, the documentation has to say so. */
    @Test
    void layers_of_samediff_have_twice_the_gradient_that_differences_tell() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        LayerTable table = LayerTable.of(
                SEQUENCE,
                "convolution: {filters: 4, kernel: 1, activation: tanh}",
                "self-attention: {units: 6, heads: 2}",
                "global-pooling: {kind: average}");
        PreparedData data = table.data();
        MultiLayerConfiguration inDouble = ((NetworkConfiguration.Chain) plain(table, data)).chain();
        inDouble.setDataType(DataType.DOUBLE);
        MultiLayerNetwork network = new MultiLayerNetwork(inDouble);
        network.init();
        network.setInput(input(data.train().range(0, CHECKED_ROWS), 8, 8));
        network.setLabels(labels(data, data.train().range(0, CHECKED_ROWS)));
        network.computeGradientAndScore();
        INDArray gradient = network.gradient().gradient().dup().reshape(-1).div(CHECKED_ROWS);

        assertThat(Map.of("0_W", 2.0, "1_Wq", 2.0, "3_W", 1.0)).allSatisfy((parameter, factor) -> {
            INDArray weights = network.getParam(parameter);
            long start = weights.offset() - network.params().offset();
            assertThat(gradient.getDouble(start) / difference(network, (int) start))
                    .isCloseTo(factor, offset(1e-3));
        });
    }

    private static double difference(MultiLayerNetwork network, int parameter) {
        double step = 1e-6;
        double value = network.params().getDouble(parameter);
        double up = score(network, parameter, value + step);
        double down = score(network, parameter, value - step);
        network.params().putScalar(parameter, value);
        return (up - down) / (2 * step);
    }

    private static double score(MultiLayerNetwork network, int parameter, double value) {
        network.params().putScalar(parameter, value);
        network.computeGradientAndScore();
        return network.score();
    }

    private static NetworkConfiguration plain(LayerTable table, PreparedData data) {
        NetworkConfiguration plain = table.networks(data).plain(new Assignment(Map.of()), new SteppedRate(), 7);
        plain.layers().forEach(EveryLayerTest::inDouble);
        return plain;
    }

    private static boolean agrees(NetworkConfiguration configuration, INDArray input, INDArray labels) {
        if (configuration instanceof NetworkConfiguration.Chain chain) {
            MultiLayerConfiguration inDouble = chain.chain();
            inDouble.setDataType(DataType.DOUBLE);
            MultiLayerNetwork network = new MultiLayerNetwork(inDouble);
            network.init();
            return GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                    .net(network)
                    .input(input)
                    .labels(labels)
                    .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                    .excludeParams(running(network.paramTable().keySet()))
                    .subset(true)
                    .maxPerParam(CHECKED_PARAMETERS));
        }
        ComputationGraphConfiguration inDouble = ((NetworkConfiguration.Graph) configuration).graph();
        inDouble.setDataType(DataType.DOUBLE);
        ComputationGraph network = new ComputationGraph(inDouble);
        network.init();
        return GradientCheckUtil.checkGradients(new GradientCheckUtil.GraphConfig()
                .net(network)
                .inputs(new INDArray[] {input})
                .labels(new INDArray[] {labels})
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                .excludeParams(running(network.paramTable().keySet()))
                .subset(true)
                .maxPerParam(CHECKED_PARAMETERS));
    }

    /** What batch normalisation keeps account of is no parameter that a gradient moves. */
    private static Set<String> running(Set<String> names) {
        return names.stream()
                .filter(name -> name.endsWith("_mean") || name.endsWith("_var") || name.endsWith("_log10stdev"))
                .collect(Collectors.toSet());
    }

    private static void inDouble(NeuralNetConfiguration configuration) {
        configuration.setDataType(DataType.DOUBLE);
        WeightedLayers.in(configuration.getLayer()).forEach(EveryLayerTest::withoutUpdater);
    }

    private static void withoutUpdater(Layer layer) {
        if (layer instanceof BaseLayer base) {
            base.setIUpdater(new NoOp());
        } else if (layer instanceof AbstractSameDiffLayer ofSameDiff) {
            ofSameDiff.setUpdater(new NoOp());
        }
    }

    @AfterEach
    void backToFloat() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }
}
