package dev.touchstone.model.layer;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;

/** The layers that have weights of their own: a layer itself, or what it wraps. */
public final class WeightedLayers {
    private WeightedLayers() {}

    /** All of a layer's. */
    public static Stream<Layer> in(Layer layer) {
        if (layer instanceof Bidirectional both) {
            return Stream.concat(in(both.getFwd()), in(both.getBwd()));
        } else if (layer instanceof BaseWrapperLayer wrapper) {
            return in(wrapper.getUnderlying());
        } else if (layer instanceof FrozenLayer frozen) {
            return in(frozen.getLayer());
        }
        return layer instanceof BaseLayer || layer instanceof AbstractSameDiffLayer ? Stream.of(layer) : Stream.empty();
    }

    /** Those of a layer that training changes. */
    public static Stream<Layer> trained(Layer layer) {
        return layer instanceof FrozenLayer || layer instanceof FrozenLayerWithBackprop ? Stream.empty() : in(layer);
    }
}
