package dev.touchstone.study;

import dev.touchstone.model.Hyperparameters;
import dev.touchstone.model.References;
import dev.touchstone.model.Requirement;
import dev.touchstone.space.Domain;
import dev.touchstone.space.SpaceSection;
import dev.touchstone.spec.Nearest;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the values of {@code --set}: each must suit its uses, and is told when it is outside the search space. */
final class SetFlags {
    private final SpaceSection space;
    private final References references;
    private final Problems problems;
    private final List<String> warnings = new ArrayList<>();

    SetFlags(SpaceSection space, References references, Problems problems) {
        this.space = space;
        this.references = references;
        this.problems = problems;
    }

    /** The values that can be told, by parameter; for each other one there is a problem by then. */
    Map<String, Object> read(Map<String, String> set) {
        Map<String, Object> fixed = new LinkedHashMap<>();
        set.forEach((name, text) -> value(name, text).ifPresent(value -> fixed.put(name, value)));
        return fixed;
    }

    /** One line for each value outside the search space. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private Optional<Object> value(String name, String text) {
        String flag = "--set " + name + "=" + text;
        Optional<Domain> inSpace = space.entry(name).map(SpaceSection.Entry::domain);
        Optional<Domain> domain = inSpace.or(
                () -> Optional.ofNullable(Hyperparameters.DEFAULTS.get(name)).map(Domain.Fixed::new));
        if (domain.isEmpty()) {
            unknown(flag, name);
            return Optional.empty();
        }
        Optional<Object> value = domain.get().parse(text);
        Optional<Requirement> violated = references.requirements(name).stream()
                .filter(requirement -> value.filter(requirement.accepts()).isEmpty())
                .findFirst();
        if (violated.isPresent()) {
            problems.addFlag(
                    flag,
                    "expected " + violated.get().words() + ", found " + Quoted.of(text)
                            + Nearest.hint(text, violated.get().names()));
            return Optional.empty();
        }
        if (inSpace.isEmpty()) {
            warnings.add(flag + ": the search space has no " + name + "; it is fixed at this value");
        } else if (value.filter(inSpace.get()::contains).isEmpty()) {
            warnings.add(flag + ": outside the search space, which has "
                    + inSpace.get().describe() + "; used all the same");
        }
        return value;
    }

    private void unknown(String flag, String name) {
        TreeSet<String> known = new TreeSet<>(Hyperparameters.NAMES);
        known.addAll(space.names());
        if (!known.contains(name)) {
            problems.addFlag(
                    flag,
                    "there is no hyperparameter " + Quoted.of(name) + "; known: " + String.join(", ", known)
                            + Nearest.hint(name, known));
        }
    }
}
