package dev.touchstone.model;

import java.util.List;
import java.util.Optional;

/**
 * The {@code model} section of a spec.
 *
 * @param layers from the input on; the last, and only the last, is an output
 */
public record ModelSpec(List<LayerSpec> layers) {
    /**
     * Whether the output suits the data, which only their reader knows.
     *
     * @param classes how many the data have
     * @return what is wrong, in a sentence; nothing when all is well
     */
    public Optional<String> checkClasses(int classes) {
        boolean binary = layers.get(layers.size() - 1) instanceof LayerSpec.Output output
                && output.loss() == LossFunction.BINARY_CROSS_ENTROPY;
        return binary && classes != 2
                ? Optional.of("binary-cross-entropy is for two classes and the data have " + classes
                        + "; use cross-entropy with softmax")
                : Optional.empty();
    }
}
