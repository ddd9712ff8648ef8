package dev.touchstone.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value of a spec file with its place. The {@code as} methods give the value when it is of that kind and nothing when
 * it is not: a wrong kind is the schema's finding, so that section readers just pass over it.
 */
public sealed interface SpecNode {
    /** Line of the value's key, or of the value itself where it has none; from 1. */
    int line();

    /** Dotted keys from the root, such as {@code model.layers[2].dense.units}; empty for the root. */
    String path();

    /** The value alone, the keys of mappings in alphabetical order. */
    JsonNode json();

    /** What was found, in words for a message. */
    String describe();

    default Optional<Mapping> asMapping() {
        return this instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
    }

    /** The items of a list; none when this is no list. */
    default List<SpecNode> items() {
        return this instanceof Sequence sequence ? sequence.elements() : List.of();
    }

    default Optional<String> asText() {
        return scalar(String.class);
    }

    default Optional<Boolean> asFlag() {
        return scalar(Boolean.class);
    }

    /** A number, whole or not; always finite. */
    default Optional<Double> asNumber() {
        return scalar(Number.class).map(Number::doubleValue);
    }

    /** A number written without fraction or exponent. */
    default Optional<Long> asLong() {
        return scalar(Long.class);
    }

    /** A whole number that an {@code int} holds. */
    default Optional<Integer> asWhole() {
        return asLong().filter(value -> value == value.intValue()).map(Long::intValue);
    }

    private <T> Optional<T> scalar(Class<T> type) {
        return this instanceof Scalar scalar && type.isInstance(scalar.value())
                ? Optional.of(type.cast(scalar.value()))
                : Optional.empty();
    }

    /** @param children in the order of the file */
    record Mapping(int line, String path, Map<String, SpecNode> children) implements SpecNode {
        private static final int MOST_KEYS_SHOWN = 5;

        public Mapping {
            children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
        }

        public Optional<SpecNode> get(String key) {
            return Optional.ofNullable(children.get(key));
        }

        /** The value of a key; this mapping itself where the key is absent. */
        public SpecNode at(String key) {
            return children.getOrDefault(key, this);
        }

        public Optional<Mapping> mapping(String key) {
            return get(key).flatMap(SpecNode::asMapping);
        }

        /** The mapping of a key; an empty one where it is absent or no mapping, which is the schema's finding. */
        public Mapping section(String key) {
            return mapping(key).orElseGet(() -> new Mapping(line, pathOf(key), Map.of()));
        }

        public Optional<String> text(String key) {
            return get(key).flatMap(SpecNode::asText);
        }

        public Optional<Double> number(String key) {
            return get(key).flatMap(SpecNode::asNumber);
        }

        /** A whole number that an {@code int} holds, however it is written: to a JSON Schema {@code 1e3} is one, too. */
        public Optional<Integer> whole(String key) {
            return number(key).filter(value -> value == value.intValue()).map(Double::intValue);
        }

        /** The path of a key of this mapping, whether it is there or not. */
        public String pathOf(String key) {
            return path.isEmpty() ? key : path + "." + key;
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            new TreeMap<>(children).forEach((key, child) -> json.set(key, child.json()));
            return json;
        }

        @Override
        public String describe() {
            return children.isEmpty()
                    ? "an empty mapping"
                    : children.keySet().stream()
                            .limit(MOST_KEYS_SHOWN)
                            .map(Quoted::of)
                            .collect(Collectors.joining(", ", "a mapping with ", ""));
        }
    }

    /** A list. */
    record Sequence(int line, String path, List<SpecNode> elements) implements SpecNode {
        public Sequence {
            elements = List.copyOf(elements);
        }

        @Override
        public ArrayNode json() {
            ArrayNode json = JsonNodeFactory.instance.arrayNode();
            elements.forEach(element -> json.add(element.json()));
            return json;
        }

        @Override
        public String describe() {
            return "a list of " + elements.size();
        }
    }

    /** @param value text, {@link Long}, {@link Double}, {@link Boolean}, or null where nothing is written */
    record Scalar(int line, String path, @Nullable Object value) implements SpecNode {
        @Override
        public JsonNode json() {
            JsonNodeFactory make = JsonNodeFactory.instance;
            if (value instanceof Long whole) {
                return make.numberNode(whole);
            } else if (value instanceof Double real) {
                return make.numberNode(real);
            } else if (value instanceof Boolean flag) {
                return make.booleanNode(flag);
            }
            return value == null ? make.nullNode() : make.textNode(value.toString());
        }

        @Override
        public String describe() {
            return value == null ? "nothing" : Quoted.value(value);
        }
    }
}
