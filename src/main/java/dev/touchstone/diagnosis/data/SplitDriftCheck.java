package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;

/**
 * Whether train and validation rows can be told apart: a classifier two-sample test (Lopez-Paz and Oquab 2017) whose
 * classifier is the nearest neighbours (Schilling 1986). Its statistic is the share of neighbours that are of the row's own
 * split; its p-value is that of the same statistic when rows are dealt to splits at random. For information where the split
 * is by time or group, which differ by nature, and where the difference is small however sure.
 */
final class SplitDriftCheck implements IndependentRowsCheck {
    private static final int PERMUTATIONS = 999;

    /** Smaller than usual, for it is asked once a study and a false alarm costs trust. */
    private static final double SIGNIFICANT = 0.005;

    /** Of what is beyond chance, as where training is looked at; less is hardly a difference. */
    private static final double APART = 0.2;

    @Override
    public List<Finding> examine(CheckedData data) {
        Neighbourhood neighbourhood = data.neighbourhood();
        boolean[] train = new boolean[neighbourhood.size()];
        for (int member = 0; member < train.length; member++) {
            train[member] = data.isTrain(neighbourhood.members()[member]);
        }
        double together = together(train, neighbourhood);
        int atLeast = 0;
        double sum = 0;
        for (int draw = 0; draw < PERMUTATIONS; draw++) {
            int[] order = data.seed().derive("drift", draw).permutation(train.length);
            boolean[] dealt = new boolean[train.length];
            for (int member = 0; member < train.length; member++) {
                dealt[member] = train[order[member]];
            }
            double byChance = together(dealt, neighbourhood);
            sum += byChance;
            atLeast += byChance >= together ? 1 : 0;
        }
        double p = (1.0 + atLeast) / (1 + PERMUTATIONS);
        return p > SIGNIFICANT ? List.of() : List.of(finding(data, together, sum / PERMUTATIONS, p));
    }

    /** The share of neighbours that are of the same split. */
    private static double together(boolean[] train, Neighbourhood neighbourhood) {
        long same = 0;
        long all = 0;
        for (int member = 0; member < train.length; member++) {
            int[] nearest = neighbourhood.nearest()[member];
            all += nearest.length;
            for (int neighbour : nearest) {
                same += train[member] == train[neighbour] ? 1 : 0;
            }
        }
        return (double) same / all;
    }

    private static Finding finding(CheckedData data, double together, double byChance, double p) {
        return new Finding(
                "split-drift",
                data.dividedByNature() || together - byChance <= APART * (1 - byChance)
                        ? Severity.INFO
                        : Severity.WARNING,
                "train and validation rows differ: " + ShortNumber.of(100 * together)
                        + " % of nearest neighbours are of a row's own split, by chance "
                        + ShortNumber.of(100 * byChance) + " %",
                false,
                new Evidence()
                        .with("share-together", together)
                        .with("share-by-chance", byChance)
                        .with("p-value", p)
                        .with("permutations", PERMUTATIONS)
                        .entries(),
                "find out what changed between the splits; a validation figure tells of rows like those of validation only");
    }
}
