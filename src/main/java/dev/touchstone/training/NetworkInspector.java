package dev.touchstone.training;

import dev.touchstone.data.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reads a DL4J network's signals on some rows. */
final class NetworkInspector {
    /** DeepDiagnosis (Wardat et al., ICSE 2022): a sigmoid or tanh is flat where its input is beyond 5 from 0. */
    private static final double FLAT_FROM = 5;

    private static final double FLAT_SIGMOID = 1 / (1 + Math.exp(-FLAT_FROM));
    private static final double FLAT_TANH = Math.tanh(FLAT_FROM);

    private final Network network;
    private final BatchArrays batches;

    NetworkInspector(Network network, BatchArrays batches) {
        this.network = network;
        this.batches = batches;
    }

    NetworkSignals inspect(Rows rows) {
        INDArray input = batches.features(rows);
        Map<String, float[]> activations = new HashMap<>();
        network.activations(input)
                .forEach((name, array) ->
                        activations.put(name, array.dup('c').data().asFloat()));
        computeGradientWithoutDropout(input, batches.labels(rows));
        double loss = network.model().score() - network.penalty();
        Map<String, INDArray> gradients = network.model().gradient().gradientForVariable();

        List<NetworkSignals.LayerSignals> layers = new ArrayList<>();
        float[] output = {};
        for (Network.NamedLayer named : network.layers()) {
            output = Objects.requireNonNull(activations.get(named.name()));
            if (named.layer().numParams() > 0) {
                layers.add(layer(named, output, rows.count(), gradients));
            }
        }
        network.forgetRows();
        return new NetworkSignals(loss, rootMeanSquare(rows.numbers()), sum(output) / rows.count(), layers);
    }

    /** DL4J goes backward only as in training, so the layers' dropout is taken out meanwhile. */
    private void computeGradientWithoutDropout(INDArray input, INDArray labels) {
        List<org.deeplearning4j.nn.conf.layers.Layer> layers = network.layers().stream()
                .map(named -> named.layer().conf().getLayer())
                .toList();
        List<@Nullable IDropout> dropouts = new ArrayList<>();
        layers.forEach(layer -> dropouts.add(layer.getIDropout()));
        layers.forEach(layer -> layer.setIDropout(null));
        try {
            network.computeGradient(input, labels);
        } finally {
            for (int i = 0; i < layers.size(); i++) {
                layers.get(i).setIDropout(dropouts.get(i));
            }
        }
    }

    private static NetworkSignals.LayerSignals layer(
            Network.NamedLayer named, float[] activations, int rows, Map<String, INDArray> gradients) {
        Layer layer = named.layer();
        String name = named.name() + "-" + kind(layer);
        List<NetworkSignals.ParameterSignals> parameters = new ArrayList<>();
        for (String array : layer.paramTable().keySet()) {
            INDArray gradient = gradients.get(named.name() + "_" + array);
            parameters.add(new NetworkSignals.ParameterSignals(
                    name + " " + arrayName(array),
                    gradient == null ? 0 : gradient.norm2Number().doubleValue() / rows));
        }
        IActivation activation = activation(layer.conf().getLayer());
        int units = activations.length / rows;
        return new NetworkSignals.LayerSignals(
                name,
                layer instanceof FrozenLayer || layer instanceof FrozenLayerWithBackprop,
                rootMeanSquare(activations),
                activation instanceof ActivationReLU ? deadShare(activations, units) : 0,
                saturatedShare(activations, activation),
                alikeShare(activations, units),
                parameters);
    }

    /** Batch normalisation is told of one, as all layers are, and applies none. */
    private static @Nullable IActivation activation(org.deeplearning4j.nn.conf.layers.Layer layer) {
        return layer instanceof BaseLayer base && !(layer instanceof BatchNormalization)
                ? base.getActivationFn()
                : null;
    }

    private static String kind(Layer layer) {
        return layer.conf()
                .getLayer()
                .getClass()
                .getSimpleName()
                .replace("Layer", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String arrayName(String array) {
        return switch (array) {
            case "W" -> "weights";
            case "b" -> "biases";
            default -> array;
        };
    }

    private static double deadShare(float[] activations, int units) {
        boolean[] alive = new boolean[units];
        for (int i = 0; i < activations.length; i++) {
            alive[i % units] |= activations[i] != 0;
        }
        int dead = 0;
        for (boolean lives : alive) {
            dead += lives ? 0 : 1;
        }
        return (double) dead / units;
    }

    private static double saturatedShare(float[] activations, @Nullable IActivation activation) {
        int flat = 0;
        for (float value : activations) {
            if (activation instanceof ActivationSigmoid) {
                flat += value > FLAT_SIGMOID || value < 1 - FLAT_SIGMOID ? 1 : 0;
            } else if (activation instanceof ActivationTanH) {
                flat += Math.abs(value) > FLAT_TANH ? 1 : 0;
            }
        }
        return (double) flat / activations.length;
    }

    private static double alikeShare(float[] activations, int units) {
        Map<List<Float>, Integer> columns = new HashMap<>();
        for (int unit = 0; unit < units; unit++) {
            Float[] column = new Float[activations.length / units];
            for (int row = 0; row < column.length; row++) {
                column[row] = activations[row * units + unit];
            }
            columns.merge(Arrays.asList(column), 1, Integer::sum);
        }
        int alike = columns.values().stream()
                .filter(count -> count > 1)
                .mapToInt(Integer::intValue)
                .sum();
        return (double) alike / units;
    }

    private static double rootMeanSquare(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum / values.length);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
