package dev.touchstone.model.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.BooleanIndexing;
import org.nd4j.linalg.indexing.conditions.Conditions;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * What a probability {@code p} of the truth costs by Lin et al. (2017, Focal Loss for Dense Object Detection, equation 4):
 * {@code f(p) = -(1 - p)^gamma log p}, so that rows which are told well already count less.
 *
 * @param gamma from 0, which is cross-entropy
 */
record Focus(double gamma) {
    /** As low as DL4J's own cross-entropy clips ({@code LossMCXENT}). */
    private static final double SMALLEST = 1e-10;

    /** The nearest to 1 that single precision tells from it, for powers below 0 of what is left. */
    private static final double LARGEST = 1 - 1e-7;

    /** {@code f(p)}. */
    INDArray cost(INDArray probability) {
        INDArray p = clipped(probability);
        INDArray cost = Transforms.log(p, true).negi();
        return gamma == 0 ? cost : cost.muli(left(p, gamma));
    }

    /** {@code p f'(p)}, which stays finite where {@code p} is next to nothing. */
    INDArray slope(INDArray probability) {
        INDArray p = clipped(probability);
        if (gamma == 0) {
            return p.assign(-1);
        }
        INDArray slope = Transforms.log(p, true).muli(p).muli(gamma).addi(p).subi(1);
        return slope.muli(left(p, gamma - 1));
    }

    /** {@code f'(p)}. */
    INDArray derivative(INDArray probability) {
        return slope(probability).divi(clipped(probability));
    }

    private static INDArray left(INDArray probability, double power) {
        return Transforms.pow(probability.rsub(1), power, false);
    }

    private static INDArray clipped(INDArray probability) {
        INDArray clipped = probability.dup();
        BooleanIndexing.replaceWhere(clipped, SMALLEST, Conditions.lessThan(SMALLEST)); // which leaves NaN alone
        BooleanIndexing.replaceWhere(clipped, LARGEST, Conditions.greaterThan(LARGEST));
        return clipped;
    }
}
