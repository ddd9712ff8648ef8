package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.AlternativeHypothesis;
import org.apache.commons.math3.stat.inference.BinomialTest;

/**
 * Rows of train that validation or test has, too: what networks learned by heart counts as understood there. Test rows
 * are known by the count of {@link dev.touchstone.data.TestOverlap} alone.
 *
 * <p>A source that repeats rows by itself, such as counts of few things, repeats them within train as well, and a random
 * split shares them as often. More than that is an error, and so is what flatters a figure by more than a tolerable share of
 * rows could, by {@link LearntByHeart}; else it is for information.
 */
final class SharedRowsCheck implements IndependentRowsCheck {
    /** Deepchecks' condition on samples that train and test share. */
    static final double TOLERATED_SHARE = 0.05;

    /** How unlikely the number of shared rows must be for a source that repeats rows as train does. */
    static final double SIGNIFICANT = 0.001;

    @Override
    public List<Finding> examine(CheckedData data) {
        List<List<Integer>> repeated = IdenticalRows.in(data.rows());
        Repeats repeats = new Repeats(
                usualShare(repeated, data), LearntByHeart.gain(data, IdenticalRows.copies(repeated, data::isTrain)));
        List<Finding> findings = new ArrayList<>();
        withValidation(repeated, data, repeats).ifPresent(findings::add);
        withTest(data, repeats).ifPresent(findings::add);
        return findings;
    }

    /**
     * What repeats in the source come to.
     *
     * @param usual the share of rows that train has again by itself
     * @param gain what is gained on one by knowing it by heart
     */
    private record Repeats(double usual, double gain) {}

    /** The share of train rows that train has again, by Laplace's rule: none yet is not never. */
    private static double usualShare(List<List<Integer>> repeated, CheckedData data) {
        long inTrain = repeated.stream()
                .mapToLong(same -> same.stream().filter(data::isTrain).count())
                .filter(rows -> rows > 1)
                .sum();
        return (inTrain + 1.0) / (data.prepared().train().count() + 1.0);
    }

    private static Optional<Finding> withValidation(List<List<Integer>> repeated, CheckedData data, Repeats repeats) {
        List<Integer> shared = repeated.stream()
                .filter(same -> same.stream().anyMatch(data::isTrain))
                .filter(same -> !same.stream().allMatch(data::isTrain))
                .flatMap(List::stream)
                .toList();
        List<?> validation = data.named(shared.stream().mapToInt(row -> row).filter(row -> !data.isTrain(row)));
        if (validation.isEmpty()) {
            return Optional.empty();
        }
        List<?> train = data.named(shared.stream().mapToInt(row -> row).filter(data::isTrain));
        Evidence evidence = new Evidence()
                .with("shared-validation-rows", validation.size())
                .examples("validation-rows", validation)
                .examples("train-rows", train);
        int rows = data.prepared().validation().count();
        return Optional.of(finding("validation", validation.size(), rows, repeats, evidence));
    }

    private static Optional<Finding> withTest(CheckedData data, Repeats repeats) {
        int shared = data.overlap().testRows();
        if (shared == 0) {
            return Optional.empty();
        }
        Evidence evidence = new Evidence()
                .with("shared-test-rows", shared)
                .examples("train-rows", data.named(IntStream.of(data.overlap().trainRows())));
        return Optional.of(finding("test", shared, data.prepared().testRows(), repeats, evidence));
    }

    private static Finding finding(String split, int shared, int rows, Repeats repeats, Evidence evidence) {
        double share = (double) shared / rows;
        double p = new BinomialTest().binomialTest(rows, shared, repeats.usual(), AlternativeHypothesis.GREATER_THAN);
        boolean error = share * repeats.gain() > TOLERATED_SHARE || p < SIGNIFICANT;
        return new Finding(
                "rows-shared-with-" + split,
                error ? Severity.ERROR : Severity.INFO,
                shared + " of " + rows + " " + split + " rows (" + ShortNumber.of(100 * share)
                        + " %) are in train, too; of the train rows, " + ShortNumber.of(100 * repeats.usual())
                        + " % may be expected to repeat each other",
                false,
                evidence.with("share", share)
                        .with("usual-share", repeats.usual())
                        .with("flatters-by", share * repeats.gain())
                        .with("p-value", p)
                        .entries(),
                "remove the repeated rows from the source, or keep the rows that belong together in one split");
    }
}
