package dev.touchstone.study;

import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Metric;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecName;
import dev.touchstone.spec.SpecNode;
import java.util.Optional;

/** Reads the {@code objective} section of a spec. */
final class ObjectiveSpecReader {
    private ObjectiveSpecReader() {}

    /** The section's record; nothing when its metric cannot be told, which is a problem by then. */
    static Optional<ObjectiveSpec> read(SpecNode.Mapping section, Problems problems) {
        return section.text("metric")
                .flatMap(name -> SpecName.find(Metric.class, name))
                .map(metric -> {
                    section.get("direction").ifPresent(node -> checkDirection(metric, node, problems));
                    return new ObjectiveSpec(metric, metric.direction());
                });
    }

    private static void checkDirection(Metric metric, SpecNode node, Problems problems) {
        String right = SpecName.of(metric.direction());
        if (node.asText().filter(right::equals).isEmpty()) {
            String better = metric.direction() == Direction.MAXIMISE ? "larger" : "smaller";
            problems.add(
                    node,
                    "expected " + right + ", found " + node.describe() + "; a " + better + " " + SpecName.of(metric)
                            + " is better, so write " + right + " or leave the key out");
        }
    }
}
