package dev.touchstone.model.layer;

import java.util.List;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;

/** A part of a network in DL4J's terms. */
sealed interface NetworkElement {
    /** @param before what gives its input another shape, if anything must */
    record OfLayer(String name, Layer layer, @Nullable InputPreProcessor before, String input)
            implements NetworkElement {}

    /** What has no weights, and what a chain cannot have. */
    record OfVertex(String name, GraphVertex vertex, List<String> inputs) implements NetworkElement {}
}
