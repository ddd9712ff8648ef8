package dev.touchstone.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.space.Domain;

/**
 * A place in the JSON of an Arbiter space that draws a value.
 *
 * @param name of the parameter: the place's path, shortened
 * @param pointer where it is (RFC 6901)
 */
record ArbiterLeaf(String name, String pointer, Domain domain) {
    private static final String FIXED = "org.deeplearning4j.arbiter.optimize.parameter.FixedValue";

    /** Makes the place draw nothing but a value. */
    void pin(JsonNode space, Object value) {
        ObjectNode leaf = (ObjectNode) space.at(pointer);
        if (leaf.has(ArbiterLeaves.VALUES)) {
            // Left a choice, of one: what kind of value it holds only Arbiter knows.
            JsonNode chosen =
                    leaf.get(ArbiterLeaves.VALUES).get(domain.extremes().indexOf(value));
            leaf.putArray(ArbiterLeaves.VALUES).add(chosen);
            return;
        }
        leaf.removeAll();
        leaf.put(KnownClasses.CLASS, FIXED).put("@valueclass", value.getClass().getName());
        leaf.putPOJO("value", value);
    }
}
