package dev.touchstone.model;

import org.jspecify.annotations.Nullable;

/**
 * A layer of a spec where it stands.
 *
 * @param place for messages: file, line and path where it was read from a file
 * @param initialisation a name of {@link dev.touchstone.model.layer.Initialisation}; null when the model or the layer's
 *     activation decides
 * @param frozen whether training leaves its weights as they are drawn
 */
public record LayerEntry(
        LayerSpec layer, String place, @Nullable Setting initialisation, boolean frozen) {
    /** Another layer in the same place. */
    LayerEntry with(LayerSpec other) {
        return new LayerEntry(other, place, initialisation, frozen);
    }

    /** A layer that was not read from a file. */
    static LayerEntry of(int index, LayerSpec layer) {
        return new LayerEntry(layer, "model.layers[" + index + "]", null, false);
    }
}
