package dev.touchstone.model.loss;

import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A loss in which a row counts as its class says; a row that is of several classes in part, by their shares. DL4J's own
 * weights are for outputs, and so tell nothing apart where one output answers for two classes.
 *
 * @param unweighted the loss of a row of weight 1
 * @param weights of the classes, from 0
 */
public record ClassWeightedLoss(ILossFunction unweighted, List<Double> weights) implements RowLoss {
    @Override
    public INDArray scores(INDArray labels, INDArray preOutput, IActivation activation) {
        return unweighted.computeScoreArray(labels, preOutput, activation, null).muliColumnVector(ofRows(labels));
    }

    @Override
    public INDArray gradients(INDArray labels, INDArray preOutput, IActivation activation) {
        return unweighted.computeGradient(labels, preOutput, activation, null).muliColumnVector(ofRows(labels));
    }

    /** One output is the share of the second of two classes. */
    private INDArray ofRows(INDArray labels) {
        if (labels.size(1) == 1) {
            return labels.mul(weights.get(1) - weights.get(0)).addi(weights.get(0));
        }
        INDArray column = Nd4j.createFromArray(
                        weights.stream().mapToDouble(Double::doubleValue).toArray())
                .castTo(labels.dataType())
                .reshape(weights.size(), 1);
        return labels.mmul(column);
    }

    @Override
    public ILossFunction inDl4j() {
        return unweighted instanceof RowLoss own ? own.inDl4j() : unweighted;
    }
}
