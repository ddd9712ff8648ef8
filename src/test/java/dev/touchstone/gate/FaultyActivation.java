package dev.touchstone.gate;

import java.util.function.UnaryOperator;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An activation with something wrong, written by hand as a user might. */
final class FaultyActivation extends BaseActivationFunction {
    private final UnaryOperator<INDArray> forward;
    private final double gradient;

    private FaultyActivation(UnaryOperator<INDArray> forward, double gradient) {
        this.forward = forward;
        this.gradient = gradient;
    }

    /** Lets the signal through and nothing back. */
    static FaultyActivation stoppingGradient() {
        return new FaultyActivation(in -> in, 0);
    }

    /** Subtracts the batch's mean from each row, in inference too. */
    static FaultyActivation mixingRows() {
        return new FaultyActivation(in -> in.subiRowVector(in.mean(0)), 1);
    }

    /** Lays the batch out as one long row. */
    static FaultyActivation losingShape() {
        return new FaultyActivation(in -> in.reshape(1, in.length()), 1);
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return forward.apply(in);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        return new Pair<>(epsilon.muli(gradient), null);
    }
}
