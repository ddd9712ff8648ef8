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

    static ObjectiveSpec read(SpecNode.Mapping section, Problems problems) {
        Optional<Metric> metric = section.text("metric").flatMap(name -> SpecName.find(Metric.class, name));
        Optional<SpecNode> direction = section.get("direction");
        if (section.get("metric").isEmpty()) {
            direction.ifPresent(node -> problems.add(node, "direction goes with a metric; name it, or remove both"));
        }
        metric.ifPresent(stated -> direction.ifPresent(node -> checkDirection(stated, node, problems)));
        return new ObjectiveSpec(metric.orElse(null));
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
