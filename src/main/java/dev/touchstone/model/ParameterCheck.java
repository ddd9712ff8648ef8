package dev.touchstone.model;

import dev.touchstone.space.Domain;
import dev.touchstone.space.SpaceSection;
import dev.touchstone.spec.Nearest;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.Quoted;
import dev.touchstone.spec.SpecName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a space fits what refers to it: each reference finds a parameter whose values suit, and each parameter has a use. */
public final class ParameterCheck {
    /** Those that every trial needs; the others may be absent, which means none. */
    private static final List<String> ALWAYS_NEEDED =
            List.of(Hyperparameters.LEARNING_RATE, Hyperparameters.BATCH_SIZE, Hyperparameters.OPTIMISER);

    private final SpaceSection space;
    private final Problems problems;
    private final Set<String> meant;

    private ParameterCheck(SpaceSection space, References references, Problems problems) {
        this.space = space;
        this.problems = problems;
        this.meant = meant(references.mentioned(), space.names());
    }

    public static void check(SpaceSection space, References references, Problems problems) {
        ParameterCheck check = new ParameterCheck(space, references, problems);
        references.uses().forEach(check::use);
        space.entries().forEach(check::entry);
    }

    /** The parameters that sections refer to; a mistyped reference is told once, so it counts for the nearest name. */
    private static Set<String> meant(Set<String> mentioned, Set<String> names) {
        return mentioned.stream()
                .map(name ->
                        names.contains(name) ? name : Nearest.to(name, names).orElse(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void use(References.Use use) {
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
                        "a value is always needed here, found a conditional one" + origin + "; remove its 'when'");
            }
            misfit(entry.domain(), use.requirement(), origin).ifPresent(found -> problems.add(use.at(), found));
        });
    }

    private void entry(SpaceSection.Entry entry) {
        Optional<Requirement> own = Requirement.of(entry.name());
        if (own.isEmpty() && !meant.contains(entry.name())) {
            problems.add(
                    entry.at(),
                    "nothing uses this parameter: no layer and no augmentation has $" + entry.name()
                            + ", and known by name are "
                            + String.join(", ", Hyperparameters.NAMES)
                            + Nearest.hint(entry.name(), Hyperparameters.NAMES));
        }
        OptimiserSetting.named(entry.name())
                .filter(setting -> !meant.contains(entry.name()) && !problems.touch(entry.at()))
                .flatMap(this::unused)
                .ifPresent(found -> problems.add(entry.at(), found));
        own.flatMap(requirement -> misfit(entry.domain(), requirement, ""))
                .ifPresent(found -> problems.add(entry.at(), found));
        if (entry.when() != null && ALWAYS_NEEDED.contains(entry.name())) {
            problems.add(entry.at(), "every trial needs " + entry.name() + "; remove its 'when'");
        }
    }

    /** Why no trial uses a setting of an optimiser; nothing when one may. */
    private Optional<String> unused(OptimiserSetting setting) {
        List<Object> names = space.entry(Hyperparameters.OPTIMISER)
                .map(entry -> entry.domain().extremes())
                .orElse(List.of(Hyperparameters.DEFAULT_OPTIMISER.specName()));
        List<String> takers =
                setting.optimisers().stream().map(Optimiser::specName).toList();
        boolean allKnown = SpecName.all(Optimiser.class).containsAll(names);
        return !allKnown || names.stream().anyMatch(takers::contains)
                ? Optional.empty()
                : Optional.of("nothing uses this parameter: it is for " + String.join(", ", takers)
                        + ", and the optimiser is "
                        + names.stream().map(Object::toString).collect(Collectors.joining(" or ")));
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
