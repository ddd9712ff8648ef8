package dev.touchstone.model;

import dev.touchstone.data.Task;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Makes DL4J's output layer for a task. */
record OutputBuilder(Task task) {
    Layer output(LayerSpec.Output output) {
        LossFunction loss = output.loss(task);
        return new OutputLayer.Builder(loss(loss))
                .nOut(isOneForTwo(loss) ? 1 : task.answers())
                .activation(loss.activation().inDl4j())
                .weightInit(Initialisation.of(loss.activation()))
                .build();
    }

    /** Two classes need one probability: that of the second. */
    private boolean isOneForTwo(LossFunction loss) {
        return loss == LossFunction.BINARY_CROSS_ENTROPY && task instanceof Task.Classification && task.answers() == 2;
    }

    private static LossFunctions.LossFunction loss(LossFunction loss) {
        return switch (loss) {
            case CROSS_ENTROPY -> LossFunctions.LossFunction.MCXENT;
            case BINARY_CROSS_ENTROPY -> LossFunctions.LossFunction.XENT;
            case MSE -> LossFunctions.LossFunction.MSE;
        };
    }
}
