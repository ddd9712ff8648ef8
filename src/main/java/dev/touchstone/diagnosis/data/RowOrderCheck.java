package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether the order of the source's rows tells their labels: the mutual information between the labels of rows that
 * follow each other, against that of labels in random order. A random split is none of the worse for it, but rows that
 * were collected together may belong together.
 */
final class RowOrderCheck implements ClassesCheck {
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
        int[] labels = IntStream.of(inOrder).map(data::label).toArray();
        double information = information(labels, first, data);
        double[] byChance = IntStream.range(0, PERMUTATIONS)
                .mapToDouble(draw -> information(shuffled(labels, data.seed().derive("order", draw)), first, data))
                .toArray();
        long atLeast = IntStream.range(0, PERMUTATIONS)
                .filter(draw -> byChance[draw] >= information)
                .count();
        double p = (1.0 + atLeast) / (1 + PERMUTATIONS);
        double expected = IntStream.range(0, PERMUTATIONS)
                .mapToDouble(draw -> byChance[draw])
                .average()
                .orElse(0);
        double share = (information - expected) / Math.log(data.prepared().classes());
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

    private static int[] shuffled(int[] labels, Seed seed) {
        return IntStream.of(seed.permutation(labels.length)).map(i -> labels[i]).toArray();
    }

    /** In nats, between the labels at these places and those one further. */
    private static double information(int[] labels, int[] first, CheckedData data) {
        int classes = data.prepared().classes();
        double[][] joint = new double[classes][classes];
        double[] left = new double[classes];
        double[] right = new double[classes];
        for (int i : first) {
            joint[labels[i]][labels[i + 1]]++;
            left[labels[i]]++;
            right[labels[i + 1]]++;
        }
        double information = 0;
        for (int a = 0; a < classes; a++) {
            for (int b = 0; b < classes; b++) {
                if (joint[a][b] > 0) {
                    information +=
                            joint[a][b] / first.length * Math.log(joint[a][b] * first.length / (left[a] * right[b]));
                }
            }
        }
        return information;
    }
}
