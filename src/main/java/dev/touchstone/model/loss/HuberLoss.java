package dev.touchstone.model.loss;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Twice Huber's loss (1964, Robust Estimation of a Location Parameter), so that errors up to delta count as in the mean
 * squared error, {@code e^2}; larger ones count {@code 2 delta |e| - delta^2}, which grows in proportion. Of a row the mean
 * over its outputs, as in DL4J's.
 *
 * @param delta above 0, in the unit of the outputs
 */
public record HuberLoss(double delta) implements RowLoss {
    @Override
    public INDArray scores(INDArray labels, INDArray preOutput, IActivation activation) {
        INDArray size = Transforms.abs(errors(labels, preOutput, activation), false);
        INDArray squared = Transforms.min(size, delta, true);
        return size.muli(2).subi(squared).muli(squared).mean(true, 1);
    }

    @Override
    public INDArray gradients(INDArray labels, INDArray preOutput, IActivation activation) {
        INDArray errors = errors(labels, preOutput, activation);
        INDArray bounded = Transforms.max(Transforms.min(errors, delta, false), -delta, false);
        return activation
                .backprop(preOutput, bounded.muli(2.0 / labels.size(1)))
                .getFirst();
    }

    private static INDArray errors(INDArray labels, INDArray preOutput, IActivation activation) {
        return activation.getActivation(preOutput.dup(), true).subi(labels);
    }

    @Override
    public ILossFunction inDl4j() {
        return new LossMSE();
    }
}
