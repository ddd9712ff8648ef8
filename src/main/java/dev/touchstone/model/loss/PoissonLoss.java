package dev.touchstone.model.loss;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.BooleanIndexing;
import org.nd4j.linalg.indexing.conditions.Conditions;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossPoisson;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Negative log-likelihood of counts under a Poisson distribution whose mean is the output, without the term that only the
 * counts have: {@code a - y log a}. As DL4J's own {@code LossPoisson}, which gives NaN where a softplus is rounded to 0 (seen:
 * at an input of -20, in single precision).
 */
public record PoissonLoss() implements RowLoss {
    /** Outputs below it count as it, so that counts of up to 1e8 can be divided by it in single precision. */
    private static final double SMALLEST = 1e-30;

    @Override
    public INDArray scores(INDArray labels, INDArray preOutput, IActivation activation) {
        INDArray mean = mean(preOutput, activation);
        INDArray logs = Transforms.log(mean, true).muli(labels);
        return mean.subi(logs).sum(true, 1);
    }

    @Override
    public INDArray gradients(INDArray labels, INDArray preOutput, IActivation activation) {
        INDArray derivatives = mean(preOutput, activation).rdivi(labels).rsubi(1);
        return activation.backprop(preOutput, derivatives).getFirst();
    }

    /** A softplus is never below the sigmoid, which is not rounded to 0 and goes to it as fast: log(1 + x) >= x / (1 + x). */
    private static INDArray mean(INDArray preOutput, IActivation activation) {
        INDArray output = activation.getActivation(preOutput.dup(), true);
        INDArray mean = activation instanceof ActivationSoftPlus
                ? Transforms.max(output, Transforms.sigmoid(preOutput, true), false)
                : output;
        BooleanIndexing.replaceWhere(mean, SMALLEST, Conditions.lessThan(SMALLEST)); // which leaves NaN alone
        return mean;
    }

    @Override
    public ILossFunction inDl4j() {
        return new LossPoisson();
    }
}
