package dev.touchstone.model.loss;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;

/**
 * Focal loss of each output for itself: {@code -(1 - p)^gamma log p} of the probability {@code p} that it gives to the truth,
 * yes or no (Lin et al. 2017); of a row the sum over its outputs.
 *
 * @param gamma from 0, which is binary cross-entropy
 */
public record BinaryFocalLoss(double gamma) implements RowLoss {
    @Override
    public INDArray scores(INDArray labels, INDArray preOutput, IActivation activation) {
        INDArray yes = activation.getActivation(preOutput.dup(), true);
        Focus focus = new Focus(gamma);
        INDArray costs = focus.cost(yes.rsub(1)).muli(labels.rsub(1));
        return costs.addi(focus.cost(yes).muli(labels)).sum(true, 1);
    }

    @Override
    public INDArray gradients(INDArray labels, INDArray preOutput, IActivation activation) {
        INDArray yes = activation.getActivation(preOutput.dup(), true);
        INDArray no = yes.rsub(1);
        Focus focus = new Focus(gamma);
        if (activation instanceof ActivationSigmoid) {
            // Multiplied out, because one over a probability and the probability may each leave single precision.
            INDArray ofNo = focus.slope(no).muli(yes).muli(labels.rsub(1));
            return focus.slope(yes).muli(no).muli(labels).subi(ofNo);
        }
        INDArray ofNo = focus.derivative(no).muli(labels.rsub(1));
        INDArray derivatives = focus.derivative(yes).muli(labels).subi(ofNo);
        return activation.backprop(preOutput, derivatives).getFirst();
    }

    @Override
    public ILossFunction inDl4j() {
        return new LossBinaryXENT();
    }
}
