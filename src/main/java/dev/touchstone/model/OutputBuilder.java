package dev.touchstone.model;

import dev.touchstone.data.Task;
import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.model.layer.Dl4jActivation;
import dev.touchstone.model.layer.DrawnWeights;
import dev.touchstone.model.layer.Initialisation;
import dev.touchstone.model.loss.BinaryFocalLoss;
import dev.touchstone.model.loss.ClassWeightedLoss;
import dev.touchstone.model.loss.FocalLoss;
import dev.touchstone.model.loss.HuberLoss;
import dev.touchstone.model.loss.PoissonLoss;
import dev.touchstone.space.Assignment;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** Makes DL4J's output layer for a task. */
record OutputBuilder(Task task) {
    /** @param output whose class weights, where it has any, are fitted */
    Layer output(LayerSpec.Output output, Assignment assignment) {
        LossFunction loss = output.loss(task, assignment);
        ActivationFunction activation =
                output.activation() == null ? loss.activation(task.kind()) : output.activation();
        boolean alone = loss == LossFunction.BINARY_CROSS_ENTROPY
                || (loss == LossFunction.FOCAL && activation == ActivationFunction.SIGMOID);
        // Two classes need one probability: that of the second.
        boolean oneForTwo = alone && task instanceof Task.Classification && task.answers() == 2;
        // A setting of another loss may be a parameter that this trial lacks.
        double gamma = loss == LossFunction.FOCAL ? number(output.gamma(), assignment) : 0;
        double delta = loss == LossFunction.HUBER ? number(output.delta(), assignment) : 1;
        ILossFunction unweighted = loss(loss, gamma, delta, alone);
        return new OutputLayer.Builder(weighted(unweighted, output))
                .nOut(oneForTwo ? 1 : task.answers())
                .activation(Dl4jActivation.of(activation))
                .weightInit(new DrawnWeights(Initialisation.of(activation)).inDl4j())
                .build();
    }

    /**
     * DL4J's loss, or Touchstone's for it.
     *
     * @param gamma of focal loss
     * @param delta of Huber's
     * @param alone whether each output is a probability of its own
     */
    static ILossFunction loss(LossFunction loss, double gamma, double delta, boolean alone) {
        return switch (loss) {
            case CROSS_ENTROPY -> new LossMCXENT();
            case BINARY_CROSS_ENTROPY -> new LossBinaryXENT();
            case FOCAL -> focal(gamma, alone);
            case MSE -> new LossMSE();
            case MAE -> new LossMAE();
            case HUBER -> new HuberLoss(delta);
            case POISSON -> new PoissonLoss();
        };
    }

    private static ILossFunction focal(double gamma, boolean alone) {
        return alone ? new BinaryFocalLoss(gamma) : new FocalLoss(gamma);
    }

    private ILossFunction weighted(ILossFunction loss, LayerSpec.Output output) {
        return output.weights() instanceof ClassWeights.Stated weights && task instanceof Task.Classification classes
                ? new ClassWeightedLoss(loss, weights.of(classes))
                : loss;
    }

    private static double number(Setting setting, Assignment assignment) {
        return ((Number) setting.in(assignment)).doubleValue();
    }
}
