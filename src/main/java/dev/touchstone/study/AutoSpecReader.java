package dev.touchstone.study;

import dev.touchstone.model.AutoRegularisation;
import dev.touchstone.model.GivenSpec;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.model.References;
import dev.touchstone.search.ScoutPlan;
import dev.touchstone.space.SpaceSection;
import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import dev.touchstone.study.AutoSpec.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what {@code regularisation: auto} means for the rest of a spec, and refuses it where it makes no sense. */
final class AutoSpecReader {
    private static final Pattern CAPACITY = Pattern.compile("model\\..*\\.(units|filters|multiplier|times)");
    private static final Pattern DROPOUT = Pattern.compile("model\\..*\\.dropout(\\.rate)?");

    private final SpecNode.Mapping root;
    private final Problems problems;

    AutoSpecReader(SpecNode.Mapping root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** Nothing when the spec does not have it. */
    @Nullable
    AutoSpec read(TaskSections task, SpaceSection space, int trials, Overrides overrides) {
        if (!task.regularisation().isAuto()) {
            return null;
        }
        if (task.model().spec() instanceof GivenSpec) {
            problems.add(
                    root.at("regularisation"),
                    "auto has nothing to change: the network brings its own regularisation; expected model: {layers: …}");
        }
        space.entries().stream()
                .filter(entry -> AutoRegularisation.NAMES.contains(entry.name()))
                .forEach(entry -> problems.add(
                        entry.at(), "regularisation: auto adds a parameter of this name; give this one another"));
        if (trials < ScoutPlan.FEWEST_TRIALS && trials > 0) {
            String needed = "regularisation: auto needs " + ScoutPlan.FEWEST_TRIALS + " trials, " + ScoutPlan.FEWEST
                    + " scouts and as many after them; found " + trials;
            if (overrides.trials() == null) {
                problems.add(root.section("search").at("trials"), needed);
            } else {
                problems.addFlag("--trials " + trials, needed);
            }
        }
        return new AutoSpec(ScoutPlan.of(Math.max(trials, ScoutPlan.FEWEST_TRIALS)), roles(task.references(), space));
    }

    private static Map<String, Role> roles(References references, SpaceSection space) {
        Map<String, Set<Role>> found = new TreeMap<>();
        for (References.Use use : references.uses()) {
            Set<Role> roles = found.computeIfAbsent(use.parameter(), name -> EnumSet.noneOf(Role.class));
            if (use.at().path().startsWith("augmentation")
                    || DROPOUT.matcher(use.at().path()).matches()) {
                roles.add(Role.REGULARISES);
            } else if (CAPACITY.matcher(use.at().path()).matches() && grows(use)) {
                roles.add(Role.ADDS_CAPACITY);
            } else {
                roles.addAll(EnumSet.allOf(Role.class)); // something else hangs on it, which neither end may suit
            }
        }
        if (space.names().contains(Hyperparameters.WEIGHT_DECAY)) {
            found.put(Hyperparameters.WEIGHT_DECAY, EnumSet.of(Role.REGULARISES));
        }
        Map<String, Role> single = new TreeMap<>();
        found.forEach((name, roles) -> {
            if (roles.size() == 1) {
                single.put(name, roles.iterator().next());
            }
        });
        return single;
    }

    /** Whether the place has more when the parameter has: {@code $width / 2} has, {@code 64 / $width} has not. */
    private static boolean grows(References.Use use) {
        return use.at()
                .asText()
                .filter(text -> text.startsWith("$" + use.parameter()))
                .isPresent();
    }
}
