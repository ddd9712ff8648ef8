package dev.touchstone.space;

import dev.touchstone.spec.SpecNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The {@code space} section of a spec with its places.
 *
 * @param names all parameters the section names, also those that could not be read
 * @param entries the parameters that could be read, in the section's order
 */
public record SpaceSection(Set<String> names, List<Entry> entries) {
    /** @param at the parameter's value in the spec */
    public record Entry(
            String name, Domain domain, @Nullable Condition when, SpecNode at) {}

    public Optional<Entry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** With parameters that come from elsewhere; one that the section names stays as the section has it. */
    public SpaceSection with(List<Entry> others) {
        List<Entry> added =
                others.stream().filter(other -> !names.contains(other.name())).toList();
        return new SpaceSection(
                Stream.concat(names.stream(), added.stream().map(Entry::name)).collect(Collectors.toUnmodifiableSet()),
                Stream.concat(entries.stream(), added.stream()).toList());
    }

    /** The search space of a section without problems. */
    public SearchSpace toSpace() {
        return new SearchSpace(entries.stream()
                .map(entry -> new Parameter(entry.name(), entry.domain().space(), entry.when()))
                .toList());
    }
}
