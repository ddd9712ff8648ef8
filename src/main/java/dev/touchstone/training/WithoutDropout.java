package dev.touchstone.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;

/** Has a network do as in training but that its layers drop nothing, which DL4J cannot do by itself. */
record WithoutDropout(Network network) {
    /** What the work gives; layers have their dropout again after it. */
    <T> T give(Supplier<T> work) {
        List<Layer> layers = network.layers().stream()
                .map(named -> named.layer().conf().getLayer())
                .toList();
        List<@Nullable IDropout> dropouts = new ArrayList<>();
        layers.forEach(layer -> dropouts.add(layer.getIDropout()));
        // Something in its place: a first layer of dropout that has none hands on an array that DL4J then refuses.
        layers.stream()
                .filter(layer -> layer.getIDropout() != null)
                .forEach(layer -> layer.setIDropout(new KeptWhole()));
        try {
            return work.get();
        } finally {
            for (int i = 0; i < layers.size(); i++) {
                layers.get(i).setIDropout(dropouts.get(i));
            }
        }
    }
}
