package dev.touchstone.training;

import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A dropout that drops nothing. */
record KeptWhole() implements IDropout {
    @Override
    public INDArray applyDropout(
            INDArray input, INDArray result, int iteration, int epoch, LayerWorkspaceMgr workspaces) {
        return result.assign(input);
    }

    @Override
    public INDArray backprop(INDArray fromAbove, INDArray toBelow, int iteration, int epoch) {
        return toBelow.assign(fromAbove);
    }

    @Override
    public void clear() {}

    @Override
    @SuppressWarnings("MissingSuperCall") // nothing in it changes
    public IDropout clone() {
        return this;
    }
}
