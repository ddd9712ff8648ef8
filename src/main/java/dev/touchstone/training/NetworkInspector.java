package dev.touchstone.training;

import dev.touchstone.data.Rows;
import dev.touchstone.data.Task;
import dev.touchstone.metric.Predictions;
import dev.touchstone.model.layer.WeightedLayers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
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

    /** What batch normalisation only keeps account of, in DL4J among its parameters. */
    private static final Set<String> RUNNING = Set.of(
            BatchNormalizationParamInitializer.GLOBAL_MEAN,
            BatchNormalizationParamInitializer.GLOBAL_VAR,
            BatchNormalizationParamInitializer.GLOBAL_LOG_STD);

    private final Network network;
    private final BatchArrays batches;
    private final Task task;

    /** @param task that the network answers for, in the unit that it learns */
    NetworkInspector(Network network, BatchArrays batches, Task task) {
        this.network = network;
        this.batches = batches;
        this.task = task;
    }

    NetworkSignals inspect(Rows rows) {
        INDArray input = batches.features(rows);
        Map<String, UnitActivations> activations = new HashMap<>();
        network.activations(input).forEach((name, array) -> activations.put(name, UnitActivations.of(array)));
        computeGradientWithoutDropout(input, batches.labels(rows));
        double penalty = network.penalty();
        double loss = network.model().score() - penalty;
        Map<String, INDArray> gradients = network.model().gradient().gradientForVariable();

        List<NetworkSignals.LayerSignals> layers = new ArrayList<>();
        float[] output = {};
        for (Network.NamedLayer named : network.layers()) {
            UnitActivations ofLayer = Objects.requireNonNull(activations.get(named.name()));
            output = ofLayer.values();
            if (named.layer().numParams() > 0) {
                layers.add(layer(named, inputScale(named, activations, rows), ofLayer, rows.count(), gradients));
            }
        }
        network.forgetRows();
        RawOutputs raw = new RawOutputs(output, rows.count());
        int outputs = output.length / rows.count();
        return new NetworkSignals(
                new Predictions(task.answers(), new Answers(task).of(output.clone(), outputs)),
                loss,
                penalty,
                UnitActivations.rootMeanSquare(rows.numbers()),
                raw.sum(),
                new Predictions(outputs, output).spread(),
                batches.classes() ? raw.entropy() : Double.NaN,
                layers);
    }

    /** How the gradients of rows differ that were just inspected, whose gradient it takes the place of. */
    NoiseScale noise(Rows rows) {
        int part = NoiseScale.part(rows.count());
        if (part == 0) {
            return new NoiseScale(Double.NaN, Double.NaN);
        }
        List<INDArray> whole =
                gradients().stream().map(gradient -> gradient.dup('f')).toList();
        Rows half = rows.range(0, part);
        computeGradientWithoutDropout(batches.features(half), batches.labels(half));
        List<INDArray> ofPart = gradients();
        double squaredNorm = 0;
        double squaredDifference = 0;
        for (int i = 0; i < whole.size(); i++) {
            try (INDArray sum = whole.get(i)) {
                squaredNorm += squared(sum);
                squaredDifference +=
                        squared(sum.muli((double) part / rows.count()).subi(ofPart.get(i)));
            }
        }
        network.forgetRows();
        return NoiseScale.of(
                part, rows.count(), Math.sqrt(squaredDifference) / part, Math.sqrt(squaredNorm) / rows.count());
    }

    /** The network's present gradients: sums over rows. */
    private List<INDArray> gradients() {
        Map<String, INDArray> all = network.model().gradient().gradientForVariable();
        return network.layers().stream()
                .filter(named -> named.layer().numParams() > 0)
                .flatMap(named -> named.layer().paramTable().keySet().stream()
                        .filter(array -> !RUNNING.contains(array))
                        .flatMap(array -> Stream.ofNullable(all.get(named.name() + "_" + array))))
                .toList();
    }

    private static double squared(INDArray array) {
        return Math.pow(array.norm2Number().doubleValue(), 2);
    }

    /** What the last step did to each layer with parameters; DL4J leaves the step in the arrays of the gradient. */
    List<LayerChange> changes() {
        Map<String, INDArray> steps = network.model().gradient().gradientForVariable();
        List<LayerChange> changes = new ArrayList<>();
        for (Network.NamedLayer named : network.layers()) {
            if (named.layer().numParams() > 0) {
                double update = 0;
                for (String array : named.layer().paramTable().keySet()) {
                    INDArray step = RUNNING.contains(array) ? null : steps.get(named.name() + "_" + array);
                    update += step == null ? 0 : Math.pow(step.norm2Number().doubleValue(), 2);
                }
                changes.add(new LayerChange(
                        name(named), named.layer().params().norm2Number().doubleValue(), Math.sqrt(update)));
            }
        }
        return changes;
    }

    private static String name(Network.NamedLayer named) {
        return named.name() + "-" + kind(named.layer());
    }

    /** DL4J goes backward only as in training, so the layers' dropout is taken out meanwhile. */
    private void computeGradientWithoutDropout(INDArray input, INDArray labels) {
        new WithoutDropout(network).give(() -> {
            network.computeGradient(input, labels);
            return input;
        });
    }

    /** Of what it takes, which behind a branch is not what the layer before it gives. */
    private static double inputScale(Network.NamedLayer named, Map<String, UnitActivations> activations, Rows rows) {
        double squares = 0;
        int numbers = 0;
        for (String input : named.inputs()) {
            float[] values = Objects.requireNonNull(activations.get(input)).values();
            squares += Math.pow(UnitActivations.rootMeanSquare(values), 2) * values.length;
            numbers += values.length;
        }
        return numbers == 0 ? UnitActivations.rootMeanSquare(rows.numbers()) : Math.sqrt(squares / numbers);
    }

    private NetworkSignals.LayerSignals layer(
            Network.NamedLayer named,
            double inputScale,
            UnitActivations activations,
            int rows,
            Map<String, INDArray> gradients) {
        Layer layer = named.layer();
        String name = name(named);
        List<NetworkSignals.ParameterSignals> parameters = new ArrayList<>();
        for (String array : layer.paramTable().keySet()) {
            INDArray gradient = gradients.get(named.name() + "_" + array);
            if (!RUNNING.contains(array)) {
                parameters.add(new NetworkSignals.ParameterSignals(
                        name + " " + arrayName(array),
                        gradient == null ? 0 : gradient.norm2Number().doubleValue() / rows));
            }
        }
        IActivation activation = activation(layer.conf().getLayer());
        return new NetworkSignals.LayerSignals(
                name,
                layer instanceof FrozenLayer || layer instanceof FrozenLayerWithBackprop,
                inputScale,
                UnitActivations.rootMeanSquare(activations.values()),
                activation instanceof ActivationReLU ? activations.deadShare() : 0,
                saturatedShare(activations.values(), activation),
                activations.alikeShare(),
                parameters);
    }

    /** Batch normalisation is told of one, as all layers are, and applies none. */
    private static @Nullable IActivation activation(org.deeplearning4j.nn.conf.layers.Layer layer) {
        return WeightedLayers.in(layer)
                .filter(inner -> inner instanceof BaseLayer && !(inner instanceof BatchNormalization))
                .map(inner -> ((BaseLayer) inner).getActivationFn())
                .findFirst()
                .orElse(null);
    }

    /** Of what a wrapper wraps: the one for the last step, or for frozen layers. */
    private static String kind(Layer layer) {
        org.deeplearning4j.nn.conf.layers.Layer whole = layer.conf().getLayer();
        return WeightedLayers.in(whole)
                .findFirst()
                .orElse(whole)
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
}
