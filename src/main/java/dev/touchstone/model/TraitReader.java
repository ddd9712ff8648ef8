package dev.touchstone.model;

import dev.touchstone.data.Task;
import dev.touchstone.model.NetworkTraits.Range;
import dev.touchstone.model.NetworkTraits.Target;
import dev.touchstone.model.loss.BinaryFocalLoss;
import dev.touchstone.model.loss.ClassWeightedLoss;
import dev.touchstone.model.loss.FocalLoss;
import dev.touchstone.model.loss.HuberLoss;
import dev.touchstone.model.loss.PoissonLoss;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationRationalTanh;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationRectifiedTanh;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossL1;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossPoisson;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/** Reads the traits of a network from its configuration. */
final class TraitReader {
    private final NetworkConfiguration configuration;
    private final Task task;

    TraitReader(NetworkConfiguration configuration, Task task) {
        this.configuration = configuration;
        this.task = task;
    }

    /** The traits; nothing of a network that ends in no output layer. */
    Optional<NetworkTraits> read() {
        List<Layer> hidden = configuration
                .layers()
                .map(NeuralNetConfiguration::getLayer)
                .filter(TraitReader::isWeighted)
                .toList();
        return configuration
                .layers()
                .map(NeuralNetConfiguration::getLayer)
                .filter(BaseOutputLayer.class::isInstance)
                .map(BaseOutputLayer.class::cast)
                .findFirst()
                .map(output -> new NetworkTraits(
                        task.kind(),
                        task.words(),
                        task.answers(),
                        range(output.getActivationFn()),
                        output.getActivationFn().toString(),
                        target(output.getLossFn()),
                        output.getLossFn().name(),
                        linear(),
                        hidden.size(),
                        configuration
                                .layers()
                                .map(NeuralNetConfiguration::getLayer)
                                .anyMatch(BatchNormalization.class::isInstance),
                        hidden.stream()
                                .filter(TraitReader::startsAlike)
                                .map(TraitReader::name)
                                .toList(),
                        of(Range.SHARES, hidden),
                        of(Range.PROBABILITIES, hidden),
                        narrowest(),
                        new Restraints(configuration).words(),
                        new Restraints(configuration).dropped(),
                        heaviest(output.getLossFn()),
                        output.getLossFn() instanceof HuberLoss huber ? huber.delta() : Double.POSITIVE_INFINITY));
    }

    private static List<String> of(Range range, List<Layer> hidden) {
        return hidden.stream()
                .filter(layer -> range(((BaseLayer) layer).getActivationFn()) == range)
                .map(TraitReader::name)
                .toList();
    }

    private int narrowest() {
        return configuration
                .layers()
                .map(NeuralNetConfiguration::getLayer)
                .map(layer -> layer instanceof BaseWrapperLayer wrapper ? wrapper.getUnderlying() : layer)
                .filter(layer -> isWeighted(layer) || layer instanceof BaseRecurrentLayer)
                .filter(layer -> !(layer instanceof BaseOutputLayer))
                .mapToInt(layer -> (int) ((FeedForwardLayer) layer).getNOut())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static boolean startsAlike(Layer layer) {
        IWeightInit drawn = ((BaseLayer) layer).getWeightInitFn();
        return drawn instanceof WeightInitConstant; // of which DL4J's zeros and ones are
    }

    private static String name(Layer layer) {
        return layer.getLayerName() == null ? layer.getClass().getSimpleName() : layer.getLayerName();
    }

    private static double heaviest(ILossFunction loss) {
        if (!(loss instanceof ClassWeightedLoss weighted)) {
            return 1;
        }
        return Collections.max(weighted.weights()) / Collections.min(weighted.weights());
    }

    private static Range range(IActivation activation) {
        if (activation instanceof ActivationSoftmax) {
            return Range.SHARES;
        } else if (activation instanceof ActivationSigmoid || activation instanceof ActivationHardSigmoid) {
            return Range.PROBABILITIES;
        } else if (activation instanceof ActivationTanH
                || activation instanceof ActivationHardTanH
                || activation instanceof ActivationRationalTanh
                || activation instanceof ActivationSoftSign) {
            return Range.BOUNDED;
        } else if (activation instanceof ActivationReLU
                || activation instanceof ActivationReLU6
                || activation instanceof ActivationRectifiedTanh
                || activation instanceof ActivationSoftPlus) {
            return Range.NOT_NEGATIVE;
        }
        return Range.ANY;
    }

    private static Target target(ILossFunction loss) {
        if (loss instanceof ClassWeightedLoss weighted) {
            return target(weighted.unweighted());
        } else if (loss instanceof BinaryFocalLoss || loss instanceof LossBinaryXENT) {
            return Target.YES_OR_NO;
        } else if (loss instanceof FocalLoss || loss instanceof LossMCXENT || loss instanceof LossSparseMCXENT) {
            return Target.CLASS;
        } else if (loss instanceof PoissonLoss || loss instanceof LossPoisson) {
            return Target.COUNT;
        } else if (loss instanceof HuberLoss || loss instanceof LossL1 || loss instanceof LossL2) {
            return Target.NUMBER; // of which DL4J's mean errors are
        }
        return Target.UNKNOWN;
    }

    private static boolean isWeighted(Layer layer) {
        return layer instanceof DenseLayer || layer instanceof ConvolutionLayer;
    }

    /** Layers of no activation that all who take from them multiply by weights at once. */
    private List<String> linear() {
        Map<String, Layer> layers = new LinkedHashMap<>();
        Map<String, List<String>> takers = new LinkedHashMap<>();
        if (configuration instanceof NetworkConfiguration.Chain chain) {
            List<NeuralNetConfiguration> all = chain.chain().getConfs();
            for (int i = 0; i < all.size(); i++) {
                layers.put(Integer.toString(i), all.get(i).getLayer());
                takers.put(Integer.toString(i), i + 1 < all.size() ? List.of(Integer.toString(i + 1)) : List.of());
            }
        } else {
            var graph = ((NetworkConfiguration.Graph) configuration).graph();
            graph.getVertices().forEach((name, vertex) -> {
                if (vertex instanceof LayerVertex holder) {
                    layers.put(name, holder.getLayerConf().getLayer());
                }
            });
            graph.getVertexInputs()
                    .forEach((name, inputs) ->
                            inputs.forEach(input -> takers.computeIfAbsent(input, any -> new ArrayList<>())
                                    .add(name)));
        }
        return layers.entrySet().stream()
                .filter(layer -> isWeighted(layer.getValue()) && !acts(layer.getValue()))
                .map(Map.Entry::getKey)
                .filter(name -> meetsWeights(name, layers, takers))
                .toList();
    }

    private static boolean meetsWeights(String name, Map<String, Layer> layers, Map<String, List<String>> takers) {
        List<String> next = takers.getOrDefault(name, List.of());
        return !next.isEmpty()
                && next.stream().allMatch(taker -> {
                    Layer layer = layers.get(taker);
                    if (layer == null || layer instanceof ActivationLayer || layer instanceof SubsamplingLayer) {
                        return false; // a sum or a maximum; of an average it is not said that something is missing
                    }
                    return isWeighted(layer) || layer instanceof BaseOutputLayer || meetsWeights(taker, layers, takers);
                });
    }

    private static boolean acts(Layer layer) {
        return !(layer instanceof BaseLayer base && base.getActivationFn() instanceof ActivationIdentity);
    }
}
