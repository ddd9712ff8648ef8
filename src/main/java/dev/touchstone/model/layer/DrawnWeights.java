package dev.touchstone.model.layer;

import static dev.touchstone.model.layer.Initialisation.SPREAD;

import java.util.Optional;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.deeplearning4j.nn.weights.WeightInitDistribution;

/** An initialisation as DL4J has it. */
public record DrawnWeights(Initialisation initialisation) {
    /** Tells a layer, or those that it wraps. */
    void of(Layer layer) {
        WeightedLayers.in(layer).forEach(weighted -> {
            if (weighted instanceof Convolution1DLayer alongSteps) {
                alongSteps.setWeightInitFn(
                        new WeightsOfOneDimension(inDl4j(), alongSteps.getKernelSize()[0]));
            } else if (weighted instanceof BaseLayer base) {
                base.setWeightInitFn(inDl4j());
            } else if (weighted instanceof SameDiffLayer ofSameDiff) {
                ofSameDiff.setWeightInit(named().orElseThrow());
            }
        });
    }

    public IWeightInit inDl4j() {
        return switch (initialisation) {
            case ORTHOGONAL -> new OrthogonalWeights();
            case NORMAL -> new WeightInitDistribution(new NormalDistribution(0, SPREAD));
            case UNIFORM -> new WeightInitDistribution(new UniformDistribution(-SPREAD, SPREAD));
            case CONSTANT -> new WeightInitConstant(SPREAD);
            default -> named().orElseThrow().getWeightInitFunction();
        };
    }

    /** DL4J's name for it, which is all that layers of SameDiff take; nothing when it has none. */
    Optional<WeightInit> named() {
        return switch (initialisation) {
            case XAVIER -> Optional.of(WeightInit.XAVIER);
            case XAVIER_UNIFORM -> Optional.of(WeightInit.XAVIER_UNIFORM);
            case HE -> Optional.of(WeightInit.RELU);
            case HE_UNIFORM -> Optional.of(WeightInit.RELU_UNIFORM);
            case LECUN -> Optional.of(WeightInit.LECUN_NORMAL);
            case LECUN_UNIFORM -> Optional.of(WeightInit.LECUN_UNIFORM);
            case ZERO -> Optional.of(WeightInit.ZERO);
            case ORTHOGONAL, NORMAL, UNIFORM, CONSTANT -> Optional.empty();
        };
    }
}
