package dev.touchstone.model;

import dev.touchstone.spec.SpecNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where sections of a spec refer to parameters of the search space.
 *
 * @param uses the places that could be read
 * @param mentioned every name that follows a dollar sign, also in places that could not be read
 */
public record References(List<Use> uses, Set<String> mentioned) {
    /** Also within an expression such as {@code $width / 2}. */
    private static final Pattern NAME = Pattern.compile("\\$(\\S+)");

    /** Of a section without any. */
    static final References NONE = new References(List.of(), Set.of());

    /** A place that takes its value from a parameter. */
    public record Use(String parameter, SpecNode at, Requirement requirement) {}

    /** All references of a section whose uses are known. */
    static References of(List<Use> uses, SpecNode section) {
        return new References(List.copyOf(uses), mentionedIn(section));
    }

    /** These, and those of another section. */
    public References and(References others) {
        return new References(
                Stream.concat(uses.stream(), others.uses.stream()).toList(),
                Stream.concat(mentioned.stream(), others.mentioned.stream()).collect(Collectors.toUnmodifiableSet()));
    }

    /** These, and others that are mentioned somewhere. */
    public References andAll(Set<String> names) {
        return and(new References(List.of(), names));
    }

    /** All that the values of a parameter must be: by its name, and by the places that refer to it. */
    public List<Requirement> requirements(String parameter) {
        return Stream.concat(
                        Requirement.of(parameter).stream(),
                        uses.stream()
                                .filter(use -> use.parameter().equals(parameter))
                                .map(Use::requirement))
                .toList();
    }

    private static Set<String> mentionedIn(SpecNode node) {
        return scalars(node)
                .flatMap(scalar -> scalar.asText().stream())
                .flatMap(text -> NAME.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<SpecNode> scalars(SpecNode node) {
        return node instanceof SpecNode.Mapping mapping
                ? mapping.children().values().stream().flatMap(References::scalars)
                : node instanceof SpecNode.Sequence list
                        ? list.elements().stream().flatMap(References::scalars)
                        : Stream.of(node);
    }
}
