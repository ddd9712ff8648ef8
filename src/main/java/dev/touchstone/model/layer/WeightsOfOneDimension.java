package dev.touchstone.model.layer;

import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.databind.annotation.JsonSerialize;
import org.nd4j.shade.jackson.databind.util.StdConverter;

/**
 * An initialisation of a convolution along a sequence, told the inputs and outputs that a unit has. DL4J 1.0.0-M2.1 counts
 * the kernel's width twice there, so that its weights come out too small by the width's root, and signals with them. In
 * JSON it is the initialisation alone, so that a network can be read without Touchstone.
 *
 * @param width of the kernel, in steps
 */
@JsonSerialize(converter = WeightsOfOneDimension.AsDl4jHasIt.class)
record WeightsOfOneDimension(IWeightInit weights, int width) implements IWeightInit {
    /** What JSON holds of it. */
    static final class AsDl4jHasIt extends StdConverter<WeightsOfOneDimension, IWeightInit> {
        @Override
        public IWeightInit convert(WeightsOfOneDimension corrected) {
            return corrected.weights();
        }
    }

    @Override
    public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray view) {
        return weights.init(fanIn / width, fanOut / width, shape, order, view);
    }
}
