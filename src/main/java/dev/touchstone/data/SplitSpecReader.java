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

    /** How the parts of a source are divided that have to be. */
    static SplitSpec read(SpecNode.Mapping node, Source.Parts source, Problems problems) {
        return new SplitSpecReader(node, problems).parts(source.splits());
    }

    /** @param given the splits that have a part of the source */
    private SplitSpec parts(List<String> given) {
        for (String key : List.of(GROUP, TIME, COLUMN, "gap")) {
            refuseUnless(false, key, "a source in one part, and here its parts give the splits; remove it");
        }
        for (String split : Split.NAMES) {
            boolean drawn = split.equals(Split.NAMES.get(0)) || !given.contains(split);
            refuseUnless(
                    drawn, split, "a split that has to be drawn, and here the source has a part for it; remove it");
        }
        if (given.size() == Split.NAMES.size()) {
            for (String key : List.of("train", "stratify", "seed")) {
                refuseUnless(false, key, "chance, and here the source has a part for each split; remove it");
            }
        }
        SplitSpec usual = SplitSpec.DEFAULT;
        double validation =
                given.contains("validation") ? 0 : node.number("validation").orElse(usual.validation());
        double test = given.contains("test") ? 0 : node.number("test").orElse(usual.test());
        SplitSpec shares = new SplitSpec(1 - validation - test, validation, test, usual.by(), usual.seed());
        return read(shares, new SplitBy.Parts(stratify()));
    }

    private SplitSpec read(SplitBy by) {
        return read(SplitSpec.DEFAULT, by);
    }

    private SplitSpec read(SplitSpec usual, SplitBy by) {
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
