package dev.touchstone.training;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers that may branch and meet again. */
final class GraphNetwork implements Network {
    private final ComputationGraph network;

    GraphNetwork(ComputationGraphConfiguration configuration) {
        network = new ComputationGraph(configuration);
        network.init();
    }

    @Override
    public Model model() {
        return network;
    }

    @Override
    public @Nullable INDArray optimiserState() {
        return network.updaterState();
    }

    @Override
    public List<INDArray> kept() {
        ComputationGraphUpdater updater = network.getUpdater(false);
        return Stream.of(
                        network.params(),
                        network.getGradientsViewArray(),
                        updater == null ? null : updater.getStateViewArray())
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void fit(INDArray features, INDArray labels) {
        network.fit(new INDArray[] {features}, new INDArray[] {labels});
    }

    @Override
    public double penalty() {
        return network.calcRegularizationScore(true);
    }

    @Override
    public INDArray output(INDArray features) {
        return network.outputSingle(false, features);
    }

    @Override
    public INDArray outputAsInTraining(INDArray features) {
        return network.output(true, features)[0];
    }

    @Override
    public int outputs() {
        return Math.toIntExact(
                network.layerSize(network.getConfiguration().getNetworkOutputs().get(0)));
    }

    @Override
    public int iterations() {
        return network.getIterationCount();
    }

    @Override
    public void setIterations(int iterations) {
        network.getConfiguration().setIterationCount(iterations);
    }

    @Override
    public List<NamedLayer> layers() {
        return IntStream.of(network.topologicalSortOrder())
                .mapToObj(place -> network.getVertices()[place])
                .filter(GraphVertex::hasLayer)
                .map(vertex -> new NamedLayer(
                        vertex.getVertexName(),
                        network.getConfiguration().getVertexInputs().getOrDefault(vertex.getVertexName(), List.of()),
                        vertex.getLayer()))
                .toList();
    }

    @Override
    public Map<String, INDArray> activations(INDArray features) {
        return network.feedForward(new INDArray[] {features}, false, true);
    }

    @Override
    public void computeGradient(INDArray features, INDArray labels) {
        network.setInputs(features);
        network.setLabels(labels);
        network.computeGradientAndScore();
    }

    @Override
    public void forgetRows() {
        network.clearLayersStates();
        network.clear();
    }
}
