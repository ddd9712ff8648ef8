package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * Finds {@link GroupReliance}. The nearest train rows predict the label of each validation row: once without the rows of
 * its own group, and for comparison without the rows of a group that is as large, with rows dealt to groups at random
 * among those of about the same label. So neither less data nor a label that hangs on the group passes for leakage: what
 * is left is that rows of a group are nearer to each other than their labels make them.
 *
 * <p>It is leave-one-group-out validation (Roberts et al. 2017, Cross-validation strategies for data with temporal,
 * spatial, hierarchical, or phylogenetic structure) with a permutation test. Rows are positions among those that are
 * looked at, train first.
 */
final class GroupExperiment {
    private static final int DEALS = 199;

    /** Of what there is by chance; fewer are too few to divide by. */
    private static final double HALF = 0.5;

    private static final int MOST_VALIDATION_ROWS = 500;
    private static final int MOST_TRAIN_ROWS = 10_000;

    /** Long enough that some are left without a group. */
    private static final int LONGEST = 10 * Neighbourhood.NEIGHBOURS;

    private final Seed seed;
    private final int train;
    private final int[] groups;
    private final boolean inOrder;
    private final NeighbourLoss loss;
    private final int[][] strata;
    private final int[][] nearest;
    private final int[][] nearestOfOthers;

    GroupExperiment(CheckedData data, Grouping grouping) {
        seed = data.seed().derive("groups");
        int[] trainRows = sample(0, data.prepared().train().count(), MOST_TRAIN_ROWS);
        int[] validationRows = sample(data.prepared().train().count(), data.count(), MOST_VALIDATION_ROWS);
        int[] members = IntStream.concat(IntStream.of(trainRows), IntStream.of(validationRows))
                .toArray();
        train = trainRows.length;
        groups = IntStream.of(members).map(row -> grouping.groups()[row]).toArray();
        inOrder = grouping.inOrder();
        loss = NeighbourLoss.among(data.rows().targets().select(members));
        strata = strata();
        nearest = new int[validationRows.length][];
        nearestOfOthers = new int[validationRows.length][];
        RowDistances distances = new RowDistances(data.rows(), members, grouping.features(), seed.derive("projection"));
        for (int i = 0; i < nearest.length; i++) {
            int own = groups[train + i];
            float[] squared = distances.from(train + i);
            nearest[i] = Smallest.of(squared, row -> row < train, LONGEST);
            nearestOfOthers[i] =
                    Smallest.of(squared, row -> row < train && groups[row] != own, Neighbourhood.NEIGHBOURS);
        }
    }

    private int[] sample(int from, int to, int most) {
        int[] order = seed.derive("sample", from).permutation(to - from);
        return IntStream.of(order)
                .limit(most)
                .map(place -> from + place)
                .sorted()
                .toArray();
    }

    /** The rows of each stratum. */
    private int[][] strata() {
        int most = IntStream.range(0, groups.length).map(loss::stratum).max().orElse(0);
        return IntStream.rangeClosed(0, most)
                .mapToObj(stratum -> IntStream.range(0, groups.length)
                        .filter(row -> loss.stratum(row) == stratum)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Groups that are not recognised are asked for nothing else. */
    GroupReliance run() {
        int[][] deals = IntStream.range(0, DEALS)
                .mapToObj(draw -> dealt(seed.derive("deal", draw)))
                .toArray(int[][]::new);
        double recognised = nearer(deals, 0);
        double beside = inOrder ? beside(deals) : 1;
        if (!GroupReliance.isRecognised(recognised, beside)) {
            return new GroupReliance(0, 0, 0, 1, recognised, beside);
        }
        double[] constant = lost(i -> new int[0]);
        double[] without = lost(i -> nearestOfOthers[i]);
        double[] byChance = new double[nearest.length];
        double lostWithout = sum(without);
        int asLow = 0;
        for (int[] dealt : deals) {
            double[] lost = lost(i -> others(i, dealt));
            asLow += sum(lost) >= lostWithout ? 1 : 0;
            for (int i = 0; i < lost.length; i++) {
                byChance[i] += lost[i] / DEALS;
            }
        }
        return new GroupReliance(
                1 - lostWithout / sum(constant),
                1 - sum(byChance) / sum(constant),
                error(constant, without, byChance),
                (1.0 + asLow) / (1 + DEALS),
                recognised,
                beside);
    }

    /** Of the share of the skill that comes from a row's own group: the standard error of a ratio of means over the rows. */
    private static double error(double[] constant, double[] without, double[] byChance) {
        double skill = sum(constant) - sum(byChance);
        double ratio = (sum(without) - sum(byChance)) / skill;
        double[] left = IntStream.range(0, constant.length)
                .mapToDouble(i -> without[i] - byChance[i] - ratio * (constant[i] - byChance[i]))
                .toArray();
        return new StandardDeviation().evaluate(left) * Math.sqrt(left.length) / Math.abs(skill);
    }

    private static double sum(double[] numbers) {
        return DoubleStream.of(numbers).sum();
    }

    /**
     * The same of groups with the next number, or how many times as often as those with the number after that where this is
     * more: of what is measured each step tells.
     */
    private double beside(int[][] deals) {
        double next = nearer(deals, 1);
        return Math.max(next, next / Math.max(HALF, nearer(deals, 2)));
    }

    /** How many times as often as by chance the nearest rows are of groups whose number is so far from a row's own. */
    private double nearer(int[][] deals, int difference) {
        double byChance = Stream.of(deals)
                .mapToDouble(dealt -> nearest(dealt, difference))
                .sum();
        return nearest(groups, difference) * DEALS / Math.max(1, byChance);
    }

    /** The groups, dealt at random among the rows of each stratum. */
    private int[] dealt(Seed draw) {
        int[] dealt = new int[groups.length];
        for (int stratum = 0; stratum < strata.length; stratum++) {
            int[] rows = strata[stratum];
            int[] order = draw.derive("stratum", stratum).permutation(rows.length);
            for (int i = 0; i < order.length; i++) {
                dealt[rows[i]] = groups[rows[order[i]]];
            }
        }
        return dealt;
    }

    /** The nearest rows of another group than a validation row's. */
    private int[] others(int i, int[] dealt) {
        return IntStream.of(nearest[i])
                .filter(row -> dealt[row] != dealt[train + i])
                .limit(Neighbourhood.NEIGHBOURS)
                .toArray();
    }

    /** How many of the nearest rows are of a group whose number is so far from that of a validation row's own. */
    private double nearest(int[] dealt, int difference) {
        return IntStream.range(0, nearest.length)
                .mapToLong(i -> IntStream.of(nearest[i])
                        .limit(Neighbourhood.NEIGHBOURS)
                        .filter(row -> Math.abs(dealt[row] - dealt[train + i]) == difference)
                        .count())
                .sum();
    }

    /** What is lost on each row. */
    private double[] lost(IntFunction<int[]> neighbours) {
        return IntStream.range(0, nearest.length)
                .mapToDouble(i -> loss.of(train + i, neighbours.apply(i)))
                .toArray();
    }
}
