package dev.touchstone.space;

import dev.touchstone.spec.Nearest;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code space} section of a spec. What a parameter is for is not known here. */
public final class SearchSpaceReader {
    private final SpecNode.Mapping section;
    private final Problems problems;
    private final Map<String, SpaceSection.Entry> entries = new LinkedHashMap<>();

    private SearchSpaceReader(SpecNode.Mapping section, Problems problems) {
        this.section = section;
        this.problems = problems;
    }

    /** All parameters that can be told; for each other one there is a problem by then. */
    public static SpaceSection read(SpecNode.Mapping section, Problems problems) {
        SearchSpaceReader reader = new SearchSpaceReader(section, problems);
        section.children().forEach(reader::readParameter);
        return new SpaceSection(Set.copyOf(section.children().keySet()), List.copyOf(reader.entries.values()));
    }

    private void readParameter(String name, SpecNode node) {
        Optional<Domain> domain = DomainReader.read(node, problems);
        Condition when = node.asMapping()
                .flatMap(entry -> entry.mapping("when"))
                .flatMap(condition -> condition(name, condition))
                .orElse(null);
        domain.ifPresent(values -> entries.put(name, new SpaceSection.Entry(name, values, when, node)));
    }

    private Optional<Condition> condition(String name, SpecNode.Mapping node) {
        return node.children().entrySet().stream()
                .findFirst()
                .flatMap(entry -> condition(name, entry.getKey(), entry.getValue()));
    }

    private Optional<Condition> condition(String name, String other, SpecNode node) {
        String wrong = unusable(name, other);
        if (wrong != null) {
            problems.add(node, wrong);
            return Optional.empty();
        }
        // A parameter whose own entry is wrong has a problem already; nothing more can be said of its values.
        return Optional.ofNullable(entries.get(other))
                .map(target -> new Condition(other, values(node, other, target.domain())));
    }

    private @Nullable String unusable(String name, String other) {
        List<String> order = List.copyOf(section.children().keySet());
        if (other.equals(name)) {
            return "a parameter cannot depend on itself; name another one";
        } else if (!order.contains(other)) {
            return "there is no parameter '" + other + "' in space" + Nearest.hint(other, order);
        } else if (order.indexOf(other) > order.indexOf(name)) {
            return "'" + other + "' comes later in space; list it before '" + name + "'";
        }
        return null;
    }

    private List<Object> values(SpecNode node, String other, Domain domain) {
        List<SpecNode> written = node instanceof SpecNode.Sequence ? node.items() : List.of(node);
        List<Object> values = new ArrayList<>();
        for (SpecNode value : written) {
            Optional<Object> converted = value instanceof SpecNode.Scalar scalar
                    ? domain.convert(SpecValue.of(scalar).orElse(null)).filter(domain::contains)
                    : Optional.empty();
            if (!domain.isCountable()) {
                problems.add(value, "'" + other + "' is real and hits no single value; use a choice or whole numbers");
            } else if (converted.isEmpty()) {
                problems.add(value, "'" + other + "' never is " + value.describe() + "; it takes " + domain.describe());
            }
            converted.ifPresent(values::add);
        }
        return values;
    }
}
