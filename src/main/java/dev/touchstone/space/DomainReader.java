package dev.touchstone.space;

import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the values of one parameter: a plain value, or exactly one kind of range or choice. */
final class DomainReader {
    private static final List<String> KINDS = List.of("uniform", "log-uniform", "integer", "choice");

    private DomainReader() {}

    static Optional<Domain> read(SpecNode node, Problems problems) {
        Optional<SpecNode.Mapping> mapping = node.asMapping();
        return mapping.isEmpty() ? SpecValue.of(node).map(Domain.Fixed::new) : ofKind(mapping.get(), problems);
    }

    private static Optional<Domain> ofKind(SpecNode.Mapping entry, Problems problems) {
        Set<String> found = new TreeSet<>(entry.children().keySet());
        found.retainAll(KINDS);
        if (found.isEmpty() && problems.touch(entry)) {
            return Optional.empty(); // a mistyped kind, most likely, which the schema has told
        } else if (found.size() != 1) {
            problems.add(
                    entry,
                    "expected exactly one of " + String.join(", ", KINDS) + ", found "
                            + (found.isEmpty() ? "none" : String.join(" and ", found)));
            return Optional.empty();
        }
        String kind = found.iterator().next();
        if (entry.get("log").isPresent() && !kind.equals("integer")) {
            problems.add(entry.at("log"), "'log' goes with integer only; real numbers have 'log-uniform'");
        }
        SpecNode values = entry.at(kind);
        return switch (kind) {
            case "uniform" -> real(values, false, problems);
            case "log-uniform" -> real(values, true, problems);
            case "integer" ->
                whole(values, entry.get("log").flatMap(SpecNode::asFlag).orElse(false), problems);
            default -> choice(values, problems);
        };
    }

    private static Optional<Domain> real(SpecNode node, boolean log, Problems problems) {
        List<Double> ends =
                node.items().stream().flatMap(end -> end.asNumber().stream()).toList();
        return isRange(node, ends, problems) && isLogarithmic(node, ends, log, problems)
                ? Optional.of(new Domain.Real(ends.get(0), ends.get(1), log))
                : Optional.empty();
    }

    private static Optional<Domain> whole(SpecNode node, boolean log, Problems problems) {
        List<Integer> ends =
                node.items().stream().flatMap(end -> end.asWhole().stream()).toList();
        return isRange(node, ends, problems) && isLogarithmic(node, ends, log, problems)
                ? Optional.of(new Domain.Whole(ends.get(0), ends.get(1), log))
                : Optional.empty();
    }

    private static boolean isRange(SpecNode node, List<? extends Number> ends, Problems problems) {
        if (ends.size() != 2 || node.items().size() != 2) {
            return false; // the schema has told
        }
        double low = ends.get(0).doubleValue();
        double high = ends.get(1).doubleValue();
        if (low > high) {
            problems.add(
                    node,
                    "the range is reversed, found [" + ends.get(0) + ", " + ends.get(1) + "]; write [" + ends.get(1)
                            + ", " + ends.get(0) + "]");
        } else if (low == high) {
            problems.add(node, "both ends are " + ends.get(0) + "; write the value itself instead of a range");
        } else if (Double.isInfinite(high - low)) {
            problems.add(node, "the range is too wide for floating-point numbers; narrow it");
        }
        return low < high && !Double.isInfinite(high - low);
    }

    private static boolean isLogarithmic(SpecNode node, List<? extends Number> ends, boolean log, Problems problems) {
        boolean possible = !log || ends.get(0).doubleValue() > 0;
        if (!possible) {
            problems.add(node, "a logarithmic range starts above 0, found " + ends.get(0) + "; raise its lower end");
        }
        return possible;
    }

    private static Optional<Domain> choice(SpecNode node, Problems problems) {
        List<Object> values = node.items().stream()
                .flatMap(item -> SpecValue.of(item).stream())
                .toList();
        if (values.isEmpty() || values.size() != node.items().size()) {
            return Optional.empty(); // the schema has told
        }
        Optional<List<Object>> same = SpecValue.ofOneKind(values);
        if (same.isEmpty()) {
            problems.add(
                    node,
                    "a choice is among numbers, or text, or true and false, not a mixture; found "
                            + String.join(
                                    ", ",
                                    node.items().stream()
                                            .map(SpecNode::describe)
                                            .toList()));
        }
        return same.map(Domain.Choice::new);
    }
}
