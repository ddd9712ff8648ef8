package dev.touchstone.model.layer;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;

/** A network in DL4J's terms before it is told how it is trained: a chain where nothing branches, else a graph. */
public final class NetworkPlan {
    private static final String INPUT = "input";

    private final List<NetworkElement> elements;
    private final String output;

    private NetworkPlan(NetworkPlanner planner, String output) {
        this.elements = planner.elements();
        this.output = output;
    }

    /**
     * Plans a network.
     *
     * @param output the last layer
     * @throws Misfit when a layer cannot take what it gets
     */
    public static NetworkPlan of(LayerSequence layers, RowShape input, Layer output) {
        NetworkPlanner planner = new NetworkPlanner(output);
        NetworkPlanner.Stage last = planner.add(layers, new NetworkPlanner.Stage(INPUT, input));
        return new NetworkPlan(planner, last.name());
    }

    /** The layers as DL4J's own, which may still be changed. */
    public Stream<Layer> layers() {
        return ofLayers().map(NetworkElement.OfLayer::layer);
    }

    private Stream<NetworkElement.OfLayer> ofLayers() {
        return elements.stream()
                .filter(NetworkElement.OfLayer.class::isInstance)
                .map(NetworkElement.OfLayer.class::cast);
    }

    /** Whether each part takes what the one before gives. */
    public boolean isChain() {
        return elements.stream().allMatch(NetworkElement.OfLayer.class::isInstance);
    }

    /** The network of a chain. */
    public MultiLayerConfiguration chain(NeuralNetConfiguration.Builder training) {
        NeuralNetConfiguration.ListBuilder list = training.list();
        List<NetworkElement.OfLayer> chain = ofLayers().toList();
        for (int i = 0; i < chain.size(); i++) {
            list.layer(chain.get(i).layer());
            if (chain.get(i).before() != null) {
                list.inputPreProcessor(i, chain.get(i).before());
            }
        }
        return list.validateOutputLayerConfig(false).build(); // loss and activation were checked, or are meant
    }

    /** The network, whether or not it branches. */
    public ComputationGraphConfiguration graph(NeuralNetConfiguration.Builder training) {
        ComputationGraphConfiguration.GraphBuilder graph =
                training.graphBuilder().addInputs(INPUT);
        for (NetworkElement element : elements) {
            if (element instanceof NetworkElement.OfLayer layer) {
                graph.addLayer(layer.name(), layer.layer(), layer.before(), layer.input());
            } else if (element instanceof NetworkElement.OfVertex vertex) {
                graph.addVertex(vertex.name(), vertex.vertex(), vertex.inputs().toArray(String[]::new));
            }
        }
        return graph.setOutputs(output).validateOutputLayerConfig(false).build();
    }
}
