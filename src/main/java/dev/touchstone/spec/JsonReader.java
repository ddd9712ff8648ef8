package dev.touchstone.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a part of a spec of a JSON document that another file holds. All values are of the line that names the file.
 *
 * @param line of the spec, from 1
 */
public record JsonReader(int line) {
    /** @param path of the place that the document takes in the spec */
    public SpecNode read(JsonNode json, String path) {
        if (json.isObject()) {
            Map<String, SpecNode> children = new LinkedHashMap<>();
            json.properties()
                    .forEach(
                            field -> children.put(field.getKey(), read(field.getValue(), path + "." + field.getKey())));
            return new SpecNode.Mapping(line, path, children);
        } else if (json.isArray()) {
            List<SpecNode> elements = new ArrayList<>();
            for (int i = 0; i < json.size(); i++) {
                elements.add(read(json.get(i), path + "[" + i + "]"));
            }
            return new SpecNode.Sequence(line, path, elements);
        }
        return new SpecNode.Scalar(line, path, value(json));
    }

    private static @Nullable Object value(JsonNode json) {
        if (json.canConvertToLong() && json.isIntegralNumber()) {
            return json.asLong();
        } else if (json.isNumber()) {
            return json.asDouble();
        } else if (json.isBoolean()) {
            return json.asBoolean();
        }
        return json.isNull() ? null : json.asText();
    }
}
