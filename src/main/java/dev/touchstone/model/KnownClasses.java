package dev.touchstone.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.spec.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The classes that JSON for DL4J may name: a file is data, and may not choose what code runs. */
final class KnownClasses {
    static final String CLASS = "@class";

    private static final String VALUE_CLASS = "@valueclass";
    private static final List<String> PACKAGES = List.of("org.deeplearning4j.", "org.nd4j.");
    private static final Set<String> PLAIN =
            Set.of("java.lang.Integer", "java.lang.Double", "java.lang.Boolean", "java.lang.String", "java.lang.Long");

    private KnownClasses() {}

    /** What is wrong with the classes that an object names, not those within it. */
    static Optional<String> flaw(JsonNode object) {
        String type = object.path(CLASS).asText();
        String value = object.path(VALUE_CLASS).asText();
        boolean known = type.isEmpty() || isKnown(type);
        return known && (value.isEmpty() || PLAIN.contains(value) || isKnown(value))
                ? Optional.empty()
                : Optional.of("found the class " + Quoted.of(known ? value : type)
                        + ", expected one of Arbiter, DL4J or ND4J");
    }

    /** The first flaw of an object or of anything within it. */
    static Optional<String> flawWithin(JsonNode node) {
        return flaw(node)
                .or(() -> node.valueStream()
                        .map(KnownClasses::flawWithin)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static boolean isKnown(String type) {
        return PACKAGES.stream().anyMatch(type::startsWith);
    }
}
