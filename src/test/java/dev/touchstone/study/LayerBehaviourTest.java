package dev.touchstone.study;

import static dev.touchstone.study.LayerTable.PICTURE;
import static dev.touchstone.study.LayerTable.SEQUENCE;
import static dev.touchstone.study.LayerTable.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.gate.Gates;
import dev.touchstone.gate.Verdict;
import dev.touchstone.model.NetworkConfiguration;
import dev.touchstone.model.SteppedRate;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Dl4jLearner;
import dev.touchstone.training.Learner;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What layers do, beyond that they train. */
class LayerBehaviourTest {
    private static MultiLayerNetwork chain(LayerTable table) {
        MultiLayerNetwork network = new MultiLayerNetwork(
                ((NetworkConfiguration.Chain) table.regularised(table.data(), new SteppedRate())).chain());
        network.init();
        return network;
    }

    private static ComputationGraph graph(LayerTable table) {
        ComputationGraph network = new ComputationGraph(
                ((NetworkConfiguration.Graph) table.regularised(table.data(), new SteppedRate())).graph());
        network.init();
        return network;
    }

    private static INDArray rows(long... shape) {
        Nd4j.getRandom().setSeed(3);
        return Nd4j.randn(DataType.FLOAT, shape);
    }

    private static float[] trained(LayerTable table, float[] before) {
        PreparedData data = table.data();
        Rows rows = data.train().range(0, 40);
        SteppedRate rate = new SteppedRate();
        try (Learner learner = new Dl4jLearner(table.regularised(data, rate), rate, data.task())) {
            System.arraycopy(learner.save(0).parameters(), 0, before, 0, before.length);
            learner.step(List.of(new Learner.Step(rows, 0.01, 1)));
            return learner.save(0).parameters();
        }
    }

    @Test
    void frozen_layer_keeps_its_parameters_and_lets_the_gradient_through() {
        LayerTable table = LayerTable.of(
                TABLE, "dense: {units: 5}", "dense: {units: 4, frozen: true}", "dense: {units: 3, activation: tanh}");
        int first = 64 * 5 + 5;
        int second = 5 * 4 + 4;
        float[] before = new float[first + second];
        float[] after = trained(table, before);

        assertThat(Arrays.copyOfRange(after, first, first + second))
                .isEqualTo(Arrays.copyOfRange(before, first, first + second));
        assertThat(Arrays.copyOf(after, first)).isNotEqualTo(Arrays.copyOf(before, first));
    }

    @Test
    void frozen_layer_is_told_by_the_build_gate_and_not_rejected() {
        LayerTable table = LayerTable.of(TABLE, "dense: {units: 8, frozen: true}", "dense: {units: 8}");
        PreparedData data = table.data();
        GateResult build = new Gates(GateSpec.DEFAULT)
                .judge(
                        table.spec().task(data).subject(new Assignment(Map.of("learning-rate", 0.01)), new Seed(1)),
                        result -> {})
                .get(0);

        assertThat(build.verdict()).isEqualTo(Verdict.PASS);
        assertThat(build.evidence()).containsEntry("frozen", List.of("0-dense"));
    }

    @Test
    void residual_adds_its_input_to_what_its_layers_give() {
        ComputationGraph network =
                graph(LayerTable.of(TABLE, "residual: {layers: [dense: {units: 64, activation: tanh}]}"));
        INDArray rows = rows(3, 64);
        Map<String, INDArray> given = network.feedForward(new INDArray[] {rows}, false, true);

        assertThat(given.get("0").sub(rows).sub(given.get("0.0")).amaxNumber().doubleValue())
                .isCloseTo(0, offset(1e-6));
    }

    @Test
    void shared_towers_answer_alike_to_equal_parts_with_one_set_of_weights() {
        ComputationGraph network =
                graph(LayerTable.of(TABLE, "shared: {inputs: 2, layers: [dense: {units: 5, activation: tanh}]}"));
        INDArray half = rows(3, 32);
        INDArray towers = network.feedForward(new INDArray[] {Nd4j.concat(1, half, half)}, false, true)
                .get("0");

        assertThat(network.numParams()).isEqualTo(32 * 5 + 5 + 10 * 10 + 10);
        assertThat(towers.get(all(), interval(0, 5)).equalsWithEps(towers.get(all(), interval(5, 10)), 1e-6))
                .isTrue();
    }

    private static INDArrayIndex all() {
        return NDArrayIndex.all();
    }

    private static INDArrayIndex interval(int from, int to) {
        return NDArrayIndex.interval(from, to);
    }

    @Test
    void repeat_writes_its_layers_out_with_weights_of_their_own() {
        MultiLayerNetwork network = chain(LayerTable.of(TABLE, "repeat: {times: 3, layers: [dense: {units: 6}]}"));

        assertThat(network.getnLayers()).isEqualTo(4);
        assertThat(network.getLayer(1).getParam("W"))
                .isNotEqualTo(network.getLayer(2).getParam("W"));
    }

    @Test
    void dropout_in_a_branch_acts_in_training_only_and_leaves_initial_parameters_alone() {
        LayerTable table = LayerTable.of(
                TABLE, "residual: {layers: [dropout: {rate: 0.5}, dense: {units: 32, activation: tanh}]}");
        PreparedData data = table.data();
        ComputationGraph network = graph(table);
        ComputationGraph plain = new ComputationGraph(((NetworkConfiguration.Graph)
                        table.networks(data).plain(new Assignment(Map.of()), new SteppedRate(), 7))
                .graph());
        plain.init();
        INDArray rows = rows(4, 64);

        assertThat(plain.params()).isEqualTo(network.params());
        assertThat(network.outputSingle(false, rows)).isEqualTo(plain.outputSingle(false, rows));
        assertThat(network.outputSingle(true, rows)).isNotEqualTo(plain.outputSingle(true, rows));
    }

    @Test
    void batch_normalisation_is_by_the_batch_in_training_and_by_running_values_in_inference() {
        MultiLayerNetwork network = chain(LayerTable.of(
                PICTURE, "convolution: {filters: 3, kernel: 3, activation: tanh}", "batch-normalisation: {}"));
        INDArray rows = rows(6, 1, 8, 8);
        INDArray first = rows.get(interval(0, 1));

        assertThat(network.output(rows, false).get(interval(0, 1)).equalsWithEps(network.output(first, false), 1e-6))
                .isTrue();
        INDArray normalised = network.feedForward(rows, true).get(2);
        assertThat(normalised.mean(0, 2, 3).amaxNumber().doubleValue()).isCloseTo(0, offset(1e-4));
    }

    @Test
    void last_step_of_a_backward_layer_has_seen_the_whole_sequence() {
        ComputationGraph network = graph(LayerTable.of(SEQUENCE, "lstm: {units: 4, bidirectional: true}"));
        INDArray rows = rows(2, 8, 8);
        INDArray changed = rows.dup();
        changed.putScalar(new int[] {0, 0, 3}, 5);
        INDArray backward =
                network.feedForward(new INDArray[] {rows}, false, true).get("0-backward");
        INDArray after =
                network.feedForward(new INDArray[] {changed}, false, true).get("0-backward");

        assertThat(after.get(interval(0, 1))).isNotEqualTo(backward.get(interval(0, 1)));
        assertThat(after.get(interval(1, 2))).isEqualTo(backward.get(interval(1, 2)));
    }
}
