package dev.touchstone.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look into a network while it trains: what its last step did, and what it then gives for some train rows as in
 * inference.
 *
 * @param iteration after which it was taken, from 1
 * @param learningRate of that iteration
 * @param loss mean over the rows, without regularisation terms
 * @param penalty what regularisation adds to the loss
 * @param inputScale root mean square of the rows' features
 * @param outputSpread standard deviation of an output over the rows, mean over the outputs; 0 when all rows get the same
 *     answer
 * @param outputEntropy mean entropy of the rows' class probabilities as a share of that of guessing, 0 to 1; NaN where
 *     outputs are no probabilities of classes
 * @param clipped the share of the gradient's norm that clipping took from the last step: 0 when it did not act, to 1
 * @param layers those with parameters, from the input on; the last is the output
 * @param noise of the rows' gradients; null at looks that did not measure it, and in the records of a Touchstone that did not
 */
public record TrainingLook(
        int iteration,
        double learningRate,
        double loss,
        double penalty,
        double inputScale,
        double outputSpread,
        double outputEntropy,
        double clipped,
        List<LayerLook> layers,
        @Nullable NoiseScale noise) {

    /**
     * One layer.
     *
     * @param name index and kind, such as {@code 0-dense}
     * @param frozen whether its parameters are kept from being trained
     * @param activationScale root mean square of its activations
     * @param deadShare share of its units that give 0 for every row; 0 for activations that cannot die
     * @param saturatedShare share of its activations where a sigmoid or tanh is flat
     * @param gradientNorm Euclidean norm of the loss's gradient
     * @param weightNorm Euclidean norm of its parameters
     * @param updateNorm Euclidean norm of what the last step took from them
     */
    public record LayerLook(
            String name,
            boolean frozen,
            double activationScale,
            double deadShare,
            double saturatedShare,
            double gradientNorm,
            double weightNorm,
            double updateNorm) {
        /** By how much of itself the last step changed the layer. */
        public double updateRatio() {
            return updateNorm / weightNorm;
        }
    }

    static TrainingLook of(
            int iteration,
            double learningRate,
            NetworkSignals signals,
            double clipped,
            List<LayerChange> changes,
            @Nullable NoiseScale noise) {
        List<LayerLook> layers = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            layers.add(layer(signals.layers().get(i), changes.get(i)));
        }
        return new TrainingLook(
                iteration,
                learningRate,
                signals.loss(),
                signals.penalty(),
                signals.inputScale(),
                signals.outputSpread(),
                signals.outputEntropy(),
                clipped,
                layers,
                noise);
    }

    private static LayerLook layer(NetworkSignals.LayerSignals signals, LayerChange change) {
        return new LayerLook(
                signals.name(),
                signals.frozen(),
                signals.activationScale(),
                signals.deadShare(),
                signals.saturatedShare(),
                signals.gradientNorm(),
                change.weights(),
                change.update());
    }

    /** By how much of itself the last step changed the whole network. */
    public double updateRatio() {
        double update = 0;
        double weights = 0;
        for (LayerLook layer : layers) {
            update += layer.updateNorm() * layer.updateNorm();
            weights += layer.weightNorm() * layer.weightNorm();
        }
        return Math.sqrt(update / weights);
    }

    /** The Euclidean norm of the gradient of all parameters. */
    public double gradientNorm() {
        return Math.sqrt(layers.stream()
                .mapToDouble(layer -> layer.gradientNorm() * layer.gradientNorm())
                .sum());
    }
}
