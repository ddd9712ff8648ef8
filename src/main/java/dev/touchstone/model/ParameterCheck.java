package dev.touchstone.model;

import dev.touchstone.space.Domain;
import dev.touchstone.space.SpaceSection;
import dev.touchstone.spec.Nearest;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.Quoted;
import java.util.List;
import java.util.Optional;

/** Whether space and model fit: each reference finds a parameter whose values suit, and each parameter has a use. */
public final class ParameterCheck {
    /** Those that every trial needs; the others may be absent, which means none. */
    private static final List<String> ALWAYS_NEEDED =
            List.of(Hyperparameters.LEARNING_RATE, Hyperparameters.BATCH_SIZE, Hyperparameters.OPTIMISER);

    private final SpaceSection space;
    private final ModelSection model;
    private final Problems problems;

    private ParameterCheck(SpaceSection space, ModelSection model, Problems problems) {
        this.space = space;
        this.model = model;
        this.problems = problems;
    }

    public static void check(SpaceSection space, ModelSection model, Problems problems) {
        ParameterCheck check = new ParameterCheck(space, model, problems);
        model.uses().forEach(check::use);
        space.entries().forEach(check::entry);
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
        if (own.isEmpty() && !model.mentioned().contains(entry.name())) {
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
            boolean range = domain instanceof Domain.Real || domain instanceof Domain.Whole;
            String found = range ? domain.describe() : Quoted.of(value.toString());
            return "expected " + requirement.words() + ", found " + found + origin
                    + Nearest.hint(value.toString(), requirement.names());
        });
    }
}
