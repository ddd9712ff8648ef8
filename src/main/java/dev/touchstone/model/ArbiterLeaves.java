package dev.touchstone.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.space.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds what varies in the JSON of an Arbiter network space, and refuses what may not be handed to Arbiter: classes that
 * are none of DL4J's, ND4J's or Arbiter's, and values that are serialised Java objects, which would be code from a file.
 */
final class ArbiterLeaves {
    static final String VALUES = "values";

    /** Decided by the data, or by the layer before. */
    private static final Set<String> INFERRED = Set.of("inputType", "inputTypes", "nIn");

    private static final Pattern LAYER = Pattern.compile("layerSpaces(\\[\\d+])(\\.layerSpace)?");

    private final Consumer<String> mistakes;
    private final List<ArbiterLeaf> leaves = new ArrayList<>();

    private ArbiterLeaves(Consumer<String> mistakes) {
        this.mistakes = mistakes;
    }

    /** @param mistakes gets what is refused, a line each */
    static List<ArbiterLeaf> of(JsonNode space, Consumer<String> mistakes) {
        ArbiterLeaves found = new ArbiterLeaves(mistakes);
        found.look(space, "", "");
        return List.copyOf(found.leaves);
    }

    private void look(JsonNode node, String path, String pointer) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(node.get(i), path + "[" + i + "]", pointer + "/" + i);
            }
        } else if (node.isObject() && isAllowed(node, path)) {
            switch (simple(node.path(KnownClasses.CLASS).asText())) {
                case "ContinuousParameterSpace", "IntegerParameterSpace" -> range(node, path, pointer);
                case "DiscreteParameterSpace" -> leaf(path, pointer, choice(node.path(VALUES)));
                case "BooleanSpace" -> leaf(path, pointer, new Domain.Choice(List.of(true, false)));
                default ->
                    node.properties().stream()
                            .filter(field -> !INFERRED.contains(field.getKey()))
                            .forEach(field -> look(
                                    field.getValue(),
                                    path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                                    pointer + "/" + field.getKey()));
            }
        }
    }

    private boolean isAllowed(JsonNode node, String path) {
        boolean isRoot = path.isEmpty(); // which is known
        Optional<String> flaw = isRoot ? Optional.empty() : KnownClasses.flaw(node);
        boolean serialised = simple(node.path(KnownClasses.CLASS).asText()).equals("FixedValue") && !node.has("value");
        if (flaw.isPresent()) {
            mistakes.accept(shortened(path) + ": " + flaw.get());
        } else if (serialised) {
            mistakes.accept(shortened(path) + ": found a serialised "
                    + simple(node.path("@valueclass").asText())
                    + ", which may be any code; expected JSON: give Arbiter a space for it, such as AdamSpace,"
                    + " and write it again");
        }
        return flaw.isEmpty() && !serialised;
    }

    private void range(JsonNode node, String path, String pointer) {
        JsonNode range = node.path("distribution");
        String kind = range.path("distribution").asText();
        switch (kind) {
            case "UniformRealDistribution" ->
                leaf(
                        path,
                        pointer,
                        real(range.path("lower").asDouble(), range.path("upper").asDouble(), false));
            case "LogUniformDistribution" ->
                leaf(
                        path,
                        pointer,
                        real(range.path("min").asDouble(), range.path("max").asDouble(), true));
            case "UniformIntegerDistribution" ->
                leaf(
                        path,
                        pointer,
                        whole(range.path("lower").asInt(), range.path("upper").asInt()));
            default ->
                mistakes.accept(shortened(path) + ": found a " + kind
                        + ", expected UniformRealDistribution, LogUniformDistribution or UniformIntegerDistribution");
        }
    }

    private static Domain real(double low, double high, boolean log) {
        return low < high ? new Domain.Real(low, high, log) : new Domain.Fixed(low);
    }

    private static Domain whole(int low, int high) {
        return low < high ? new Domain.Whole(low, high, false) : new Domain.Fixed(low);
    }

    /** Values that are no plain ones go by their JSON. */
    private static Domain choice(JsonNode values) {
        List<Object> plain = new ArrayList<>();
        for (JsonNode value : values) {
            plain.add(plain(value));
        }
        return plain.size() == 1 ? new Domain.Fixed(plain.get(0)) : new Domain.Choice(plain);
    }

    private static Object plain(JsonNode value) {
        if (value.isInt()) {
            return value.asInt();
        } else if (value.isNumber()) {
            return value.asDouble();
        }
        return value.isBoolean() ? value.asBoolean() : value.isTextual() ? value.asText() : value.toString();
    }

    private void leaf(String path, String pointer, Domain domain) {
        leaves.add(new ArbiterLeaf(shortened(path), pointer, domain));
    }

    /** Without the words that every layer's path has. */
    private static String shortened(String path) {
        return LAYER.matcher(path).replaceAll("layers$1");
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
