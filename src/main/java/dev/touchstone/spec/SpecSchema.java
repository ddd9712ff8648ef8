package dev.touchstone.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.touchstone.base.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a spec's structure against a JSON Schema: which keys there are, of what kind and within which bounds. Each
 * finding is told in Touchstone's words at its line; none of the validator's own words get out.
 */
public final class SpecSchema {
    private final JsonNode document;
    private final JsonSchema schema;

    /**
     * @param json a JSON Schema 2020-12; its keyword {@code x-expected} says what a value should be, for messages, and
     *     {@code x-refused} why keys that one might expect are not there
     */
    public SpecSchema(String json) {
        document = Json.tree(json);
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);
    }

    /** Adds every finding to the problems. */
    public void check(SpecNode.Mapping root, Problems problems) {
        for (ValidationMessage finding : schema.validate(root.json())) {
            tell(finding, root, problems);
        }
    }

    private void tell(ValidationMessage finding, SpecNode root, Problems problems) {
        SpecNode at = node(root, finding.getInstanceLocation());
        JsonNode rules = rules(finding.getSchemaLocation().getFragment().getParent());
        switch (finding.getType()) {
            case "additionalProperties" -> unknownKey((SpecNode.Mapping) at, finding.getProperty(), rules, problems);
            case "required" -> missingKey((SpecNode.Mapping) at, finding.getProperty(), rules, problems);
            case "dependentRequired" ->
                missingKey((SpecNode.Mapping) at, String.valueOf(finding.getArguments()[0]), rules, problems);
            case "enum" -> problems.add(at, unknownValue(at, names(finding.getSchemaNode())));
            default -> problems.add(at, "expected " + Expectation.of(rules) + ", found " + at.describe());
        }
    }

    private static void unknownKey(SpecNode.Mapping at, String key, JsonNode rules, Problems problems) {
        List<String> allowed = new ArrayList<>();
        rules.path("properties").fieldNames().forEachRemaining(allowed::add);
        String keys = rules.has("patternProperties") ? Expectation.of(rules) : String.join(", ", allowed);
        int line = at.at(key).line();
        JsonNode refusal = rules.path("x-refused").path(key);
        problems.add(
                line,
                at.pathOf(key),
                refusal.isTextual()
                        ? refusal.asText()
                        : "unknown key " + Quoted.of(key) + "; allowed: " + keys + Nearest.hint(key, allowed));
    }

    private static void missingKey(SpecNode.Mapping at, String key, JsonNode rules, Problems problems) {
        String meaning = rules.path("properties").path(key).path("description").asText();
        problems.add(at.line(), at.pathOf(key), "missing key " + Quoted.of(key) + ": " + meaning);
    }

    private static String unknownValue(SpecNode at, List<String> allowed) {
        return "unknown value " + at.describe() + "; allowed: " + String.join(", ", allowed)
                + at.asText().map(text -> Nearest.hint(text, allowed)).orElse("");
    }

    private static List<String> names(JsonNode values) {
        List<String> names = new ArrayList<>();
        values.forEach(value -> names.add(value.asText()));
        return names;
    }

    private static SpecNode node(SpecNode root, JsonNodePath location) {
        SpecNode node = root;
        for (int i = 0; i < location.getNameCount(); i++) {
            node = location.getElement(i) instanceof Integer index
                    ? node.items().get(index)
                    : node.asMapping().orElseThrow().at(location.getName(i));
        }
        return node;
    }

    private JsonNode rules(JsonNodePath location) {
        JsonNode node = document;
        for (int i = 0; i < location.getNameCount(); i++) {
            node = location.getElement(i) instanceof Integer index ? node.path(index) : node.path(location.getName(i));
        }
        return node;
    }
}
