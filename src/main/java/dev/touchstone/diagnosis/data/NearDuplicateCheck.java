package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.metric.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.math3.stat.inference.AlternativeHypothesis;
import org.apache.commons.math3.stat.inference.BinomialTest;
import org.apache.commons.math3.stat.interval.IntervalUtils;

/**
 * Validation rows that are almost a row of train. Rows that are the same are the subject of {@link SharedRowsCheck}.
 * Looks at the rows of the {@link Neighbourhood}. A warning beyond a tolerable share where train has fewer by itself, or where
 * they flatter a figure, by {@link LearntByHeart}: dense parts of a table, and rows of few features, come as near by chance.
 */
final class NearDuplicateCheck implements IndependentRowsCheck {
    /** cleanlab: a near duplicate is nearer than this part of the median distance to the nearest neighbour. */
    private static final double NEAR = 0.13;

    /** A validation row and a train row. */
    private record Pair(int validation, int train) {}

    @Override
    public List<Finding> examine(CheckedData data) {
        Neighbourhood neighbourhood = data.neighbourhood();
        double[] nearest = new double[neighbourhood.size()];
        List<Pair> candidates = new ArrayList<>();
        List<Double> distances = new ArrayList<>();
        for (int member = 0; member < nearest.length; member++) {
            int row = neighbourhood.members()[member];
            nearest[member] = Double.POSITIVE_INFINITY;
            for (int neighbour : neighbourhood.nearest()[member]) {
                int other = neighbourhood.members()[neighbour];
                double distance = distance(data, row, other);
                nearest[member] = Math.min(nearest[member], distance);
                if (!data.isTrain(row) && data.isTrain(other) && distance > 0) {
                    candidates.add(new Pair(row, other));
                    distances.add(distance);
                }
            }
        }
        double threshold = NEAR * new Median().evaluate(nearest);
        List<Pair> near = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (distances.get(i) < threshold) {
                near.add(candidates.get(i));
            }
        }
        return near.isEmpty() ? List.of() : List.of(finding(near, threshold, usualShare(data, threshold), data));
    }

    /** The share of train rows that are almost another of train, by Laplace's rule. */
    private static double usualShare(CheckedData data, double threshold) {
        Neighbourhood neighbourhood = data.neighbourhood();
        int near = 0;
        int train = 0;
        for (int member = 0; member < neighbourhood.size(); member++) {
            int row = neighbourhood.members()[member];
            if (data.isTrain(row)) {
                train++;
                near += IntStream.of(neighbourhood.nearest()[member])
                                .map(neighbour -> neighbourhood.members()[neighbour])
                                .filter(data::isTrain)
                                .mapToDouble(other -> distance(data, row, other))
                                .anyMatch(distance -> distance > 0 && distance < threshold)
                        ? 1
                        : 0;
            }
        }
        return (near + 1.0) / (train + 1.0);
    }

    private static double distance(CheckedData data, int row, int other) {
        double squared = 0;
        for (int feature = 0; feature < data.rows().width(); feature++) {
            double difference = (double) data.value(row, feature) - data.value(other, feature);
            squared += difference * difference;
        }
        return Math.sqrt(squared);
    }

    private static Finding finding(List<Pair> near, double threshold, double usual, CheckedData data) {
        List<?> validation = data.named(near.stream().mapToInt(Pair::validation).distinct());
        double share = (double) validation.size() / examined(data);
        double gain = LearntByHeart.gain(
                data,
                near.stream()
                        .collect(Collectors.groupingBy(
                                Pair::validation,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        pairs -> pairs.stream()
                                                .mapToInt(Pair::train)
                                                .toArray()))));
        boolean unusual = new BinomialTest()
                        .binomialTest(
                                (int) examined(data), validation.size(), usual, AlternativeHypothesis.GREATER_THAN)
                < SharedRowsCheck.SIGNIFICANT;
        boolean flatters = share * gain > SharedRowsCheck.TOLERATED_SHARE;
        return new Finding(
                "near-duplicates",
                isBeyondTolerance(validation.size(), examined(data)) && (unusual || flatters)
                        ? Severity.WARNING
                        : Severity.INFO,
                validation.size() + " validation rows are almost a row of train: nearer than " + ShortNumber.of(NEAR)
                        + " of the usual distance to the nearest row",
                false,
                new Evidence()
                        .with("row-count", validation.size())
                        .with("rows-examined", data.neighbourhood().size())
                        .with("share", share)
                        .with("usual-share", usual)
                        .with("flatters-by", share * gain)
                        .with("threshold", threshold)
                        .examples("validation-rows", validation)
                        .examples(
                                "train-rows",
                                data.named(near.stream().mapToInt(Pair::train).distinct()))
                        .entries(),
                "keep copies of one thing in one split, or leave all but one out");
    }

    /** By more than chance, for what so few rows flatter a figure by is less than its noise. */
    private static boolean isBeyondTolerance(int near, long rows) {
        return IntervalUtils.getWilsonScoreInterval((int) rows, near, Interval.CONFIDENCE)
                        .getLowerBound()
                > SharedRowsCheck.TOLERATED_SHARE;
    }

    private static long examined(CheckedData data) {
        return IntStream.of(data.neighbourhood().members())
                .filter(row -> !data.isTrain(row))
                .count();
    }
}
