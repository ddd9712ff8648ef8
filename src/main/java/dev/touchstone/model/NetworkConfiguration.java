package dev.touchstone.model;

import dev.touchstone.data.Task;
import dev.touchstone.model.loss.PoissonLoss;
import dev.touchstone.model.loss.RowLoss;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.lossfunctions.impl.LossPoisson;

/** What DL4J makes a network of. */
public sealed interface NetworkConfiguration {
    /** Dimensions of one row as the network takes it. */
    List<Integer> inputShape();

    /** The configurations of all layers. */
    Stream<NeuralNetConfiguration> layers();

    /**
     * The task in the unit that the network learns it in: counts of a Poisson distribution in units of their mean, other
     * numbers standardised.
     */
    default Task learnt(Task task) {
        boolean counts = outputs()
                .map(BaseOutputLayer::getLossFn)
                .anyMatch(loss -> loss instanceof PoissonLoss || loss instanceof LossPoisson);
        return counts && task instanceof Task.Regression regression ? regression.ofCounts() : task;
    }

    /** Makes losses of Touchstone's own those of DL4J that are most like them, for those who have DL4J alone. */
    default void useLossesOfDl4j() {
        outputs()
                .filter(output -> output.getLossFn() instanceof RowLoss)
                .forEach(output -> output.setLossFn(((RowLoss) output.getLossFn()).inDl4j()));
    }

    private Stream<BaseOutputLayer> outputs() {
        return layers().map(NeuralNetConfiguration::getLayer)
                .filter(BaseOutputLayer.class::isInstance)
                .map(BaseOutputLayer.class::cast);
    }

    /** A chain of layers that knows what it takes. */
    static NetworkConfiguration of(MultiLayerConfiguration chain, List<Integer> shape) {
        return new Chain(chain, taken(chain.getConfs().stream(), shape));
    }

    /** A graph of layers that knows what it takes. */
    static NetworkConfiguration of(ComputationGraphConfiguration graph, List<Integer> shape) {
        Stream<NeuralNetConfiguration> fed = graph.getVertexInputs().entrySet().stream()
                .filter(vertex -> vertex.getValue().equals(graph.getNetworkInputs()))
                .map(vertex -> graph.getVertices().get(vertex.getKey()))
                .filter(LayerVertex.class::isInstance)
                .map(vertex -> ((LayerVertex) vertex).getLayerConf());
        return new Graph(graph, taken(fed, shape));
    }

    /** A row as one vector, when the first layer that says how many inputs it has wants that many. */
    private static List<Integer> taken(Stream<NeuralNetConfiguration> layers, List<Integer> shape) {
        int width = shape.stream().reduce(1, Math::multiplyExact);
        boolean flat = layers.map(NeuralNetConfiguration::getLayer)
                .filter(layer -> layer instanceof FeedForwardLayer fed && fed.getNIn() > 0)
                .findFirst()
                .filter(layer -> ((FeedForwardLayer) layer).getNIn() == width)
                .isPresent();
        return flat ? List.of(width) : shape;
    }

    /** Layers one after another, which DL4J trains a fifth faster than the same graph (64-64-10, batches of 64). */
    record Chain(MultiLayerConfiguration chain, List<Integer> inputShape) implements NetworkConfiguration {
        @Override
        public Stream<NeuralNetConfiguration> layers() {
            return chain.getConfs().stream();
        }
    }

    /** Layers that branch and meet again; one input, one output. */
    record Graph(ComputationGraphConfiguration graph, List<Integer> inputShape) implements NetworkConfiguration {
        @Override
        public Stream<NeuralNetConfiguration> layers() {
            return graph.getVertices().values().stream()
                    .filter(LayerVertex.class::isInstance)
                    .map(vertex -> ((LayerVertex) vertex).getLayerConf());
        }
    }
}
