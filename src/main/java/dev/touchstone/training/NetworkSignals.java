package dev.touchstone.training;

import dev.touchstone.metric.Predictions;
import java.util.List;

/**
 * What a network looks like on some rows.
 *
 * @param answers for the rows, as in inference
 * @param loss what the network is trained by, mean over the rows, without regularisation terms
 * @param penalty what regularisation adds to the loss
 * @param inputScale root mean square of the inputs
 * @param outputSum mean over the rows of the sum of the raw output
 * @param outputSpread standard deviation of a raw output over the rows, mean over the outputs
 * @param outputEntropy mean entropy of the rows' class probabilities as a share of that of guessing, 0 to 1; NaN where
 *     outputs are no probabilities of classes
 * @param layers those with parameters, from the input on; the last is the output
 */
public record NetworkSignals(
        Predictions answers,
        double loss,
        double penalty,
        double inputScale,
        double outputSum,
        double outputSpread,
        double outputEntropy,
        List<LayerSignals> layers) {

    /**
     * One layer.
     *
     * @param name index and kind, such as {@code 0-dense}
     * @param frozen whether DL4J keeps its parameters from being trained, though nobody asked for that
     * @param inputScale root mean square of what it takes: of the sum behind a residual block, of what pooling leaves
     * @param activationScale root mean square of its activations
     * @param deadShare share of its units that give 0 for every row; 0 for activations that cannot die
     * @param saturatedShare share of its activations where a sigmoid or tanh is flat (input beyond 5 from 0)
     * @param alikeShare share of its units that another unit equals on every row, but for rounding
     * @param parameters its parameter arrays
     */
    public record LayerSignals(
            String name,
            boolean frozen,
            double inputScale,
            double activationScale,
            double deadShare,
            double saturatedShare,
            double alikeShare,
            List<ParameterSignals> parameters) {
        /** Euclidean norm of the gradient of all the layer's parameters. */
        public double gradientNorm() {
            return Math.sqrt(parameters.stream()
                    .mapToDouble(parameter -> parameter.gradientNorm() * parameter.gradientNorm())
                    .sum());
        }
    }

    /**
     * One parameter array.
     *
     * @param name layer and array, such as {@code 0-dense weights}
     * @param gradientNorm Euclidean norm of the gradient of the loss, which is a mean over the rows
     */
    public record ParameterSignals(String name, double gradientNorm) {}
}
