package dev.touchstone.model;

/** One entry of {@code model: layers}. */
public sealed interface LayerSpec {
    /**
     * A fully connected layer.
     *
     * @param units how many outputs; from 1
     * @param activation a name of {@link ActivationFunction}
     */
    record Dense(Setting units, Setting activation) implements LayerSpec {}

    /** @param rate share of the inputs that are dropped while training; 0 (nothing) to below 1 */
    record Dropout(Setting rate) implements LayerSpec {}

    /** The last layer; its width is the number of classes. */
    record Output(LossFunction loss, ActivationFunction activation) implements LayerSpec {}
}
