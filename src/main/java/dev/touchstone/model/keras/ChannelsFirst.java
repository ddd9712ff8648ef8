package dev.touchstone.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * Turns JSON of a network that takes channels or features last, as networks of Keras do, into that of the same network with
 * them first, as rows are here. Weights are drawn anew, so that their order means nothing.
 */
final class ChannelsFirst {
    private static final Map<String, String> FORMATS = Map.of("NHWC", "NCHW", "NWC", "NCW");
    private static final String POOLED = "poolingDimensions";

    private ChannelsFirst() {}

    /** Changes it in place. */
    static void in(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                String format = FORMATS.get(field.getValue().asText());
                if (format != null) {
                    field.setValue(TextNode.valueOf(format));
                } else if (field.getKey().equals(POOLED) && field.getValue() instanceof ArrayNode dimensions) {
                    afterChannels(dimensions);
                }
            });
        }
        node.forEach(ChannelsFirst::in);
    }

    /** Global pooling is over all dimensions but those of rows and channels: the second is that of channels. */
    private static void afterChannels(ArrayNode dimensions) {
        for (int i = 0; i < dimensions.size(); i++) {
            dimensions.set(i, IntNode.valueOf(i + 2));
        }
    }
}
