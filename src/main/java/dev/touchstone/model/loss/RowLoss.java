package dev.touchstone.model.loss;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** A loss that each row has for itself; that of a batch is their mean. Rows are whole, so that masks are refused. */
public sealed interface RowLoss extends ILossFunction
        permits FocalLoss, BinaryFocalLoss, HuberLoss, PoissonLoss, ClassWeightedLoss {
    /** The loss of each row, a column. */
    INDArray scores(INDArray labels, INDArray preOutput, IActivation activation);

    /** The gradient of each row's loss by what goes into the output's activation. */
    INDArray gradients(INDArray labels, INDArray preOutput, IActivation activation);

    /** The loss of DL4J's own that is most like it, for those who have DL4J alone: answers do not depend on it. */
    ILossFunction inDl4j();

    @Override
    default INDArray computeScoreArray(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        return scores(labels.castTo(preOutput.dataType()), preOutput, refuse(mask, activation));
    }

    @Override
    default INDArray computeGradient(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        return gradients(labels.castTo(preOutput.dataType()), preOutput, refuse(mask, activation));
    }

    @Override
    default double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask, boolean average) {
        double sum = computeScoreArray(labels, preOutput, activation, mask)
                .sumNumber()
                .doubleValue();
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    default Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, preOutput, activation, mask, average),
                computeGradient(labels, preOutput, activation, mask));
    }

    @Override
    default String name() {
        return toString();
    }

    private static IActivation refuse(@Nullable INDArray mask, IActivation activation) {
        if (mask != null) {
            throw new UnsupportedOperationException("rows are whole, found a mask");
        }
        return activation;
    }
}
