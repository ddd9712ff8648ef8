package dev.touchstone.model;

import dev.touchstone.spec.SpecNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code model} section of a spec with its places.
 *
 * @param spec the layers that could be read
 * @param uses where the layers refer to parameters
 * @param mentioned every name that follows a dollar sign, also in layers that could not be read
 */
public record ModelSection(ModelSpec spec, List<Use> uses, Set<String> mentioned) {
    /** A place that takes its value from a parameter. */
    public record Use(String parameter, SpecNode at, Requirement requirement) {}

    /** All that the values of a parameter must be: by its name, and by the places that refer to it. */
    public List<Requirement> requirements(String parameter) {
        return Stream.concat(
                        Requirement.of(parameter).stream(),
                        uses.stream()
                                .filter(use -> use.parameter().equals(parameter))
                                .map(Use::requirement))
                .toList();
    }

    static Set<String> mentionedIn(SpecNode node) {
        return scalars(node)
                .flatMap(scalar -> scalar.asText().stream())
                .filter(text -> text.startsWith("$"))
                .map(text -> text.substring(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<SpecNode> scalars(SpecNode node) {
        return node instanceof SpecNode.Mapping mapping
                ? mapping.children().values().stream().flatMap(ModelSection::scalars)
                : node instanceof SpecNode.Sequence list
                        ? list.elements().stream().flatMap(ModelSection::scalars)
                        : Stream.of(node);
    }
}
