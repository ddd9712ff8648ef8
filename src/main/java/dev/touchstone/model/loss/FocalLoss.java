package dev.touchstone.model.loss;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Focal loss of one of several classes: {@code -(1 - p)^gamma log p} of the right class's probability (Lin et al. 2017). Of
 * a row that is of several classes in part, the mean by their shares.
 *
 * @param gamma from 0, which is cross-entropy
 */
public record FocalLoss(double gamma) implements RowLoss {
    @Override
    public INDArray scores(INDArray labels, INDArray preOutput, IActivation activation) {
        INDArray output = activation.getActivation(preOutput.dup(), true);
        return new Focus(gamma).cost(output).muli(labels).sum(true, 1);
    }

    @Override
    public INDArray gradients(INDArray labels, INDArray preOutput, IActivation activation) {
        INDArray output = activation.getActivation(preOutput.dup(), true);
        if (activation instanceof ActivationSoftmax) {
            // Multiplied out, because one over a probability and the probability may each leave single precision.
            INDArray slopes = new Focus(gamma).slope(output).muli(labels);
            return slopes.subi(output.muliColumnVector(slopes.sum(true, 1)));
        }
        INDArray derivatives = new Focus(gamma).derivative(output).muli(labels);
        return activation.backprop(preOutput, derivatives).getFirst();
    }

    @Override
    public ILossFunction inDl4j() {
        return new LossMCXENT();
    }
}
