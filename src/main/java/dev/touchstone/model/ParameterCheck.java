package dev.touchstone.model;

import dev.touchstone.space.Domain;
import dev.touchstone.space.SpaceSection;
import dev.touchstone.spec.Nearest;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether space and model fit: each reference finds a parameter whose values suit, and each parameter has a use. */
public final class ParameterCheck {
    /** Those that every trial needs; the others may be absent, which means none. */
    private static final List<String> ALWAYS_NEEDED =
            List.of(Hyperparameters.LEARNING_RATE, Hyperparameters.BATCH_SIZE, Hyperparameters.OPTIMISER);

    private final SpaceSection space;
    private final Problems problems;
    private final Set<String> meant;

    private ParameterCheck(SpaceSection space, ModelSection model, Problems problems) {
        this.space = space;
        this.problems = problems;
        this.meant = meant(model.mentioned(), space.names());
    }

    public static void check(SpaceSection space, ModelSection model, Problems problems) {
        ParameterCheck check = new ParameterCheck(space, model, problems);
        model.uses().forEach(check::use);
        space.entries().forEach(check::entry);
    }

    /** The parameters that layers refer to; a mistyped reference is told once, so it counts for the nearest name. */
    private static Set<String> meant(Set<String> mentioned, Set<String> names) {
        return mentioned.stream()
                .map(name ->
                        names.contains(name) ? name : Nearest.to(name, names).orElse(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void use(ModelSection.Use use) {
        String name = use.parameter();
        if (!space.names().contains(name)) {
            problems.add(
                    use.at(),
                    "there is no parameter " + Quoted.of(name) + " in space" + Nearest.hint(name, space.names()));
        }
        space.entry(name).ifPresent(entry -> {
            String origin = " as $" + name + " (" + entry.at().path() + ", line "
                    + entry.at().line() + ")";
            if (entry.when() != null) {
                problems.add(
                        use.at(),
                        "the layer always needs a value, found a conditional one" + origin + "; remove its 'when'");
            }
            misfit(entry.domain(), use.requirement(), origin).ifPresent(found -> problems.add(use.at(), found));
        });
    }

    private void entry(SpaceSection.Entry entry) {
        Optional<Requirement> own = Requirement.of(entry.name());
        if (own.isEmpty() && !meant.contains(entry.name())) {
            problems.add(
                    entry.at(),
                    "nothing uses this parameter: no layer has $" + entry.name() + ", and known by name are "
                            + String.join(", ", Hyperparameters.NAMES)
                            + Nearest.hint(entry.name(), Hyperparameters.NAMES));
        }
        own.flatMap(requirement -> misfit(entry.domain(), requirement, ""))
                .ifPresent(found -> problems.add(entry.at(), found));
        if (entry.when() != null && ALWAYS_NEEDED.contains(entry.name())) {
            problems.add(entry.at(), "every trial needs " + entry.name() + "; remove its 'when'");
        }
    }

    private static Optional<String> misfit(Domain domain, Requirement requirement, String origin) {
        return requirement.offender(domain).map(value -> {
            boolean named = value instanceof String || domain instanceof Domain.Fixed;
            String found = named ? Quoted.value(value) : domain.describe();
            return "expected " + requirement.words() + ", found " + found + origin
                    + Nearest.hint(value.toString(), requirement.names());
        });
    }
}
