package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Whether the order of the source's rows tells their labels: {@link LabelSuccession}, against that in random order. A random split is none of the worse for it, but rows that
 * were collected together may belong together.
 */
final class RowOrderCheck implements LabelCheck {
    private static final int PERMUTATIONS = 199;

    /** cleanlab's level for data that are not independent and identically distributed. */
    private static final double SIGNIFICANT = 0.05;

    /** Below it the dependence is real and too weak to matter: the label tells a hundredth of the next one. */
    private static final double NOTABLE_SHARE = 0.01;

    @Override
    public List<Finding> examine(CheckedData data) {
        if (!data.isOrdered()) {
            return List.of();
        }
        int[] inOrder = data.inSourceOrder();
        int[] first = IntStream.range(0, inOrder.length - 1)
                .filter(i -> data.sourceRow(inOrder[i + 1]) == data.sourceRow(inOrder[i]) + 1)
                .toArray();
        LabelSuccession succession = LabelSuccession.of(data);
        double told = succession.told(inOrder, first);
        double[] byChance = IntStream.range(0, PERMUTATIONS)
                .mapToDouble(draw ->
                        succession.told(shuffled(inOrder, data.seed().derive("order", draw)), first))
                .toArray();
        long atLeast =
                DoubleStream.of(byChance).filter(chance -> chance >= told).count();
        double p = (1.0 + atLeast) / (1 + PERMUTATIONS);
        double share = told - DoubleStream.of(byChance).average().orElse(0);
        return p > SIGNIFICANT || share < NOTABLE_SHARE ? List.of() : List.of(finding(share, p));
    }

    private static Finding finding(double share, double p) {
        return new Finding(
                "row-order",
                Severity.INFO,
                "a row's label tells " + ShortNumber.of(100 * share) + " % of the label of the next row in the source",
                false,
                new Evidence().with("share-told", share).with("p-value", p).entries(),
                "make sure that the split is random, and by group where rows were collected in groups");
    }

    private static int[] shuffled(int[] rows, Seed seed) {
        return IntStream.of(seed.permutation(rows.length)).map(i -> rows[i]).toArray();
    }
}
