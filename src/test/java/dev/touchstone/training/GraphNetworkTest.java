package dev.touchstone.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.Rows;
import dev.touchstone.data.Tasks;
import dev.touchstone.model.NetworkConfiguration;
import dev.touchstone.model.SteppedRate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.regularization.L2Regularization;

class GraphNetworkTest {
    private static final int SIDE = 8;
    private static final int WIDTH = SIDE * SIDE;
    private static final int CLASSES = 2;
    private static final Rows ROWS = ConvolutionalTask.pictures(24, 3);

    private static List<Layer> layers() {
        DenseLayer decayed =
                new DenseLayer.Builder().nOut(6).activation(Activation.TANH).build();
        decayed.setRegularization(new ArrayList<>(List.of(new L2Regularization(0.01))));
        return List.of(
                new DenseLayer.Builder().nOut(6).activation(Activation.RELU).build(),
                new DropoutLayer(0.7),
                decayed,
                new OutputLayer.Builder().nOut(CLASSES).build());
    }

    private static NeuralNetConfiguration.Builder builder(SteppedRate rate) {
        return new NeuralNetConfiguration.Builder().seed(5).updater(new Adam(rate));
    }

    private static Learner chain() {
        SteppedRate rate = new SteppedRate();
        NeuralNetConfiguration.ListBuilder list = builder(rate).list();
        layers().forEach(list::layer);
        return new Dl4jLearner(
                new NetworkConfiguration.Chain(
                        list.setInputType(InputType.feedForward(WIDTH)).build(), List.of(WIDTH)),
                rate,
                Tasks.classes(CLASSES));
    }

    private static Learner graph() {
        SteppedRate rate = new SteppedRate();
        GraphBuilder graph = builder(rate).graphBuilder().addInputs("in");
        List<Layer> layers = layers();
        IntStream.range(0, layers.size())
                .forEach(i -> graph.addLayer(String.valueOf(i), layers.get(i), i == 0 ? "in" : String.valueOf(i - 1)));
        return learner(graph.setOutputs("3"), rate);
    }

    /** With a way round the hidden layers. */
    private static Learner residual() {
        SteppedRate rate = new SteppedRate();
        GraphBuilder graph = builder(rate).graphBuilder().addInputs("in");
        List<Layer> layers = layers();
        graph.addLayer("0", layers.get(0), "in")
                .addLayer("1", layers.get(2), "0")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "0", "1")
                .addLayer("2", layers.get(3), "sum")
                .setOutputs("2");
        return learner(graph, rate);
    }

    private static Learner learner(GraphBuilder graph, SteppedRate rate) {
        return new Dl4jLearner(
                new NetworkConfiguration.Graph(
                        graph.setInputTypes(InputType.feedForward(WIDTH)).build(), List.of(WIDTH)),
                rate,
                Tasks.classes(CLASSES));
    }

    private static double step(Learner learner, int iteration) {
        return learner.step(List.of(new Learner.Step(ROWS, 0.02, 100 + iteration)))[0];
    }

    @Test
    void graphOfAChain_trainsBitForBitAsTheChain() {
        try (Learner chain = chain();
                Learner graph = graph()) {
            assertThat(graph.parameters()).isEqualTo(chain.parameters());
            assertThat(graph.outputs()).isEqualTo(CLASSES);
            for (int i = 0; i < 5; i++) {
                assertThat(step(graph, i)).isEqualTo(step(chain, i));
            }
            assertThat(graph.save(0).toBytes()).isEqualTo(chain.save(0).toBytes());
            assertThat(graph.answer(0, ROWS).numbers())
                    .isEqualTo(chain.answer(0, ROWS).numbers());
            assertThat(graph.inspect(0, ROWS)).usingRecursiveComparison().isEqualTo(chain.inspect(0, ROWS));
        }
    }

    @Test
    void restoredGraph_goesOnBitForBit() {
        try (Learner whole = residual();
                Learner continued = residual()) {
            step(whole, 0);
            step(whole, 1);
            continued.restore(0, whole.save(0));
            double loss = step(whole, 2);

            assertThat(step(continued, 2)).isEqualTo(loss);
            assertThat(continued.save(0).toBytes()).isEqualTo(whole.save(0).toBytes());
        }
    }

    @Test
    void branchedGraph_learnsAndIsInspectedWithoutBeingChanged() {
        try (Learner residual = residual()) {
            double first = step(residual, 0);
            LearnerState before = residual.save(0);
            NetworkSignals signals = residual.inspect(0, ROWS);

            assertThat(residual.save(0).toBytes()).isEqualTo(before.toBytes());
            assertThat(signals.layers())
                    .extracting(NetworkSignals.LayerSignals::name)
                    .containsExactly("0-dense", "1-dense", "2-output");
            assertThat(signals.layers()).allMatch(layer -> layer.gradientNorm() > 0);
            double last = first;
            for (int i = 1; i < 100; i++) {
                last = step(residual, i);
            }
            assertThat(last).isLessThan(first / 4);
        }
    }
}
