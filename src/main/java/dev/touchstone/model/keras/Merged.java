package dev.touchstone.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.spec.Quoted;
import java.util.Map;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;

/** Vertices that put the answers of several layers side by side, which Keras counts from the other end. */
final class Merged {
    private static final int CHANNELS = 1;

    private Merged() {}

    /**
     * Changes them to where channels or features are in DL4J.
     *
     * @param vertices JSON of a graph's
     * @param types of what layers answer with
     * @throws KerasProblem when one puts anything else side by side, such as steps
     */
    static void in(JsonNode vertices, KerasLayers layers, Map<String, InputType> types) {
        vertices.properties().forEach(vertex -> {
            if (vertex.getValue().path("@class").asText().equals(MergeVertex.class.getName())) {
                String name = vertex.getKey();
                int axis = layers.config(name).path("axis").asInt(-1);
                InputType merged = types.get(layers.before(name).get(0));
                int last = merged == null ? CHANNELS : merged.getShape(false).length;
                if (axis != -1 && axis != last) {
                    throw new KerasProblem("has the layer " + Quoted.of(name) + ", which joins along axis " + axis
                            + ", expected -1, that of channels or features");
                }
                ((ObjectNode) vertex.getValue()).put("mergeAxis", CHANNELS).put("modified", true);
            }
        });
    }
}
