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
                .map(layer -> new NamedLayer(name(layer.getIndex()), name(layer.getIndex() - 1), layer))
                .toList();
    }

    @Override
    public Map<String, INDArray> activations(INDArray features) {
        List<INDArray> all = network.feedForward(features, false);
        Map<String, INDArray> byName = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            byName.put(name(i - 1), all.get(i));
        }
        return byName;
    }

    /** Of a layer; before the first there are the features. */
    private static String name(int index) {
        return index < 0 ? "features" : Integer.toString(index);
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
