package dev.touchstone.diagnosis.data;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows that are alike and near each other in the source, torn apart by the split: the {@link GroupExperiment} with blocks
 * of successive rows in place of groups. A warning where rows two blocks on are hardly nearer than others: those of one were collected
 * together. A table that was sorted by something that describes its rows is none the worse, and there they are nearer.
 */
final class SourceOrderCheck implements LabelCheck {
    @Override
    public List<Finding> examine(CheckedData data) {
        double[] places =
                IntStream.range(0, data.count()).mapToDouble(data::sourceRow).toArray();
        int[] inOrder = data.inSourceOrder();
        int[] features = IntStream.range(0, data.rows().width())
                .filter(feature -> !follows(data, inOrder, feature))
                .toArray();
        if (!data.isOrdered() || features.length == 0 || !TimeBlocks.areTorn(places, data)) {
            return List.of();
        }
        Grouping blocks = new Grouping("source order", TimeBlocks.of(places), false, features);
        GroupReliance reliance = new GroupExperiment(data, blocks).run();
        if (!reliance.leaks()) {
            return List.of();
        }
        Grouping following = new Grouping(blocks.name(), everyOther(blocks.groups()), true, features);
        boolean together = new GroupExperiment(data, following).run().leaks();
        int[] torn = blocks.torn(data);
        return List.of(new Finding(
                "source-order-leakage",
                together ? Severity.WARNING : Severity.INFO,
                "the split tears apart rows that are near each other in the source: " + reliance.words(),
                true,
                reliance.evidence()
                        .with("torn-validation-rows", torn.length)
                        .examples("validation-rows", data.named(IntStream.of(torn)))
                        .entries(),
                "split by time if rows follow each other in time, by group if they were collected in groups; a table"
                        + " that was sorted by a feature is none the worse"));
    }

    /** Blocks numbered so that the one after the next has the next number: what was collected together may reach into the next. */
    private static int[] everyOther(int[] blocks) {
        int count = IntStream.of(blocks).max().orElse(0) + 1;
        return IntStream.of(blocks).map(block -> block / 2 + block % 2 * count).toArray();
    }

    /** Whether a feature never falls from one row of the source to the next: a time or number of the row. */
    private static boolean follows(CheckedData data, int[] inOrder, int feature) {
        return IntStream.range(1, inOrder.length)
                .allMatch(place -> data.value(inOrder[place - 1], feature) <= data.value(inOrder[place], feature));
    }
}
