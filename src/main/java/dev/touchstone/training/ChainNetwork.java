package dev.touchstone.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers one after another. */
final class ChainNetwork implements Network {
    private final MultiLayerNetwork network;

    ChainNetwork(MultiLayerConfiguration configuration) {
        network = new MultiLayerNetwork(configuration);
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
        Updater updater = network.getUpdater(false);
        return Stream.of(
                        network.params(),
                        network.getGradientsViewArray(),
                        updater == null ? null : updater.getStateViewArray())
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void fit(INDArray features, INDArray labels) {
        network.fit(features, labels);
    }

    @Override
    public double penalty() {
        return network.calcRegularizationScore(true);
    }

    @Override
    public INDArray output(INDArray features) {
        return network.output(features, false);
    }

    @Override
    public INDArray outputAsInTraining(INDArray features) {
        return network.output(features, true);
    }

    @Override
    public int outputs() {
        return Math.toIntExact(network.layerSize(network.getnLayers() - 1));
    }

    @Override
    public int iterations() {
        return network.getIterationCount();
    }

    @Override
    public void setIterations(int iterations) {
        network.setIterationCount(iterations);
    }

    @Override
    public List<NamedLayer> layers() {
        return Arrays.stream(network.getLayers())
                .map(layer -> new NamedLayer(
                        String.valueOf(layer.getIndex()),
                        layer.getIndex() == 0 ? List.of() : List.of(String.valueOf(layer.getIndex() - 1)),
                        layer))
                .toList();
    }

    @Override
    public Map<String, INDArray> activations(INDArray features) {
        List<INDArray> all = network.feedForward(features, false);
        Map<String, INDArray> byName = new HashMap<>();
        layers().forEach(named -> byName.put(named.name(), all.get(named.layer().getIndex() + 1)));
        return byName;
    }

    @Override
    public void computeGradient(INDArray features, INDArray labels) {
        network.setInput(features);
        network.setLabels(labels);
        network.computeGradientAndScore();
    }

    /** Not by the network's own {@code clear}, which also forgets the optimiser's state. */
    @Override
    public void forgetRows() {
        Arrays.stream(network.getLayers()).forEach(Layer::clear);
        network.setInput(null);
        network.setLabels(null);
    }
}
