package dev.touchstone.data;

import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import java.util.List;
import java.util.Optional;

/** Reads the {@code split} of a data section. */
final class SplitSpecReader {
    /** What adding three decimal fractions may be off by. */
    private static final double SHARE_TOLERANCE = 1e-9;

    private static final String GROUP = "group";
    private static final String TIME = "time";
    private static final String COLUMN = "column";

    private final SpecNode.Mapping node;
    private final Problems problems;

    private SplitSpecReader(SpecNode.Mapping node, Problems problems) {
        this.node = node;
        this.problems = problems;
    }

    static SplitSpec read(SpecNode.Mapping node, Problems problems) {
        SplitSpecReader reader = new SplitSpecReader(node, problems);
        return reader.read(reader.by());
    }

    /** The shares, of a source that leaves no choice of what decides. */
    static SplitSpec read(SpecNode.Mapping node, SplitBy by, Problems problems) {
        return new SplitSpecReader(node, problems).read(by);
    }

    private SplitSpec read(SplitBy by) {
        SplitSpec usual = SplitSpec.DEFAULT;
        SplitSpec split = new SplitSpec(
                node.number("train").orElse(usual.train()),
                node.number("validation").orElse(usual.validation()),
                node.number("test").orElse(usual.test()),
                by,
                node.get("seed").flatMap(SpecNode::asLong).orElse(usual.seed()));
        double sum = split.train() + split.validation() + split.test();
        if (Math.abs(sum - 1) > SHARE_TOLERANCE && !problems.touch(node)) {
            problems.add(
                    node,
                    "train " + split.train() + ", validation " + split.validation() + " and test " + split.test()
                            + " sum to " + (float) sum + "; they must sum to 1");
        }
        return split;
    }

    private SplitBy by() {
        List<String> ways = List.of(GROUP, TIME, COLUMN).stream()
                .filter(key -> node.get(key).isPresent())
                .toList();
        if (ways.size() > 1) {
            problems.add(
                    node, "found " + String.join(" and ", ways) + ", expected at most one of group, time and column");
        }
        String way = ways.isEmpty() ? "" : ways.get(0);
        refuseUnless(way.isEmpty(), "stratify", "a split at random; remove it or the " + way);
        refuseUnless(way.equals(TIME), "gap", "time; remove it or add the time column");
        refuseUnless(way.isEmpty() || way.equals(GROUP), "seed", "chance, and here the " + way + " decides; remove it");
        for (String share : Split.NAMES) {
            refuseUnless(!way.equals(COLUMN), share, "shares, and here the column gives the splits; remove it");
        }
        return switch (way) {
            case GROUP -> new SplitBy.Group(column(way));
            case TIME -> new SplitBy.Time(column(way), node.whole("gap").orElse(0));
            case COLUMN -> new SplitBy.Given(column(way));
            default -> new SplitBy.Chance(stratify());
        };
    }

    private boolean stratify() {
        Optional<Boolean> stated = node.get("stratify").flatMap(SpecNode::asFlag);
        return stated.orElse(true);
    }

    private SpecColumn column(String key) {
        SpecNode named = node.at(key);
        return SpecColumn.at(named.asText().orElse(""), named);
    }

    private void refuseUnless(boolean goes, String key, String with) {
        if (!goes && node.get(key).isPresent()) {
            problems.add(node.at(key), key + " goes with " + with);
        }
    }
}
