package dev.touchstone.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a part of a JSON Schema expects, in words: {@code a whole number from 1}. */
final class Expectation {
    private Expectation() {}

    static String of(JsonNode rules) {
        if (rules.has("x-expected")) {
            return rules.get("x-expected").asText();
        }
        JsonNode type = rules.path("type");
        List<String> kinds = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(kind -> kinds.add(kind(kind.asText())));
        } else {
            kinds.add(kind(type.asText()));
        }
        return String.join(" or ", kinds) + bounds(rules);
    }

    private static String kind(String type) {
        return switch (type) {
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a mapping";
            default -> "text";
        };
    }

    private static String bounds(JsonNode rules) {
        return bound(rules, "minimum", " from ")
                + bound(rules, "exclusiveMinimum", " above ")
                + bound(rules, "maximum", " up to ")
                + bound(rules, "exclusiveMaximum", " up to below ");
    }

    private static String bound(JsonNode rules, String keyword, String word) {
        return rules.has(keyword) ? word + rules.get(keyword).asText() : "";
    }
}
