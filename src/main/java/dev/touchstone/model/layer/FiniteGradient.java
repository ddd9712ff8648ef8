package dev.touchstone.model.layer;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.databind.annotation.JsonSerialize;
import org.nd4j.shade.jackson.databind.util.StdConverter;

/**
 * GELU or swish with a gradient for large inputs, too. In 1.0.0-M2.1 the natives' derivative overflows to NaN, from about
 * 26 for GELU and 89 for swish, which rare features reach once they are standardised; the whole network is NaN a step
 * later. In JSON it is DL4J's own, so that a network can be read without Touchstone.
 */
@JsonSerialize(converter = FiniteGradient.AsDl4jHasIt.class)
final class FiniteGradient extends BaseActivationFunction {
    private static final long serialVersionUID = 1;

    /** From here on the derivative of either is 1 to the last bit of a float. */
    private static final double STRAIGHT = 20;

    private final IActivation activation;

    FiniteGradient(IActivation activation) {
        this.activation = activation;
    }

    /** What JSON holds of it. */
    static final class AsDl4jHasIt extends StdConverter<FiniteGradient, IActivation> {
        @Override
        public IActivation convert(FiniteGradient finite) {
            return finite.activation;
        }
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return activation.getActivation(in, training);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        Nd4j.getExecutioner().exec(new ScalarMin(in, null, in, STRAIGHT));
        return activation.backprop(in, epsilon);
    }

    @Override
    public String toString() {
        return activation.toString();
    }
}
