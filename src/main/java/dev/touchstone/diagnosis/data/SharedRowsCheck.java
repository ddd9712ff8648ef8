package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.AlternativeHypothesis;
import org.apache.commons.math3.stat.inference.BinomialTest;

/**
 * Rows of train that validation or test has, too: what networks learned by heart counts as understood there. Test rows
 * are known by the count of {@link dev.touchstone.data.TestOverlap} alone.
 *
 * <p>A source that repeats rows by itself, such as counts of few things, repeats them within train as well, and a random
 * split shares them as often. More than that, or more than a tolerable share, is an error.
 */
final class SharedRowsCheck implements DataCheck {
    /** Deepchecks' condition on samples that train and test share. */
    static final double TOLERATED_SHARE = 0.05;

    /** How unlikely the number of shared rows must be for a source that repeats rows as train does. */
    private static final double SIGNIFICANT = 0.001;

    @Override
    public List<Finding> examine(CheckedData data) {
        int train = data.prepared().train().count();
        List<Integer> inBoth = new ArrayList<>();
        int repeatedInTrain = 0;
        for (List<Integer> same : IdenticalRows.in(data.rows())) {
            long ofTrain = same.stream().filter(data::isTrain).count();
            repeatedInTrain += ofTrain > 1 ? (int) ofTrain : 0;
            if (ofTrain > 0 && ofTrain < same.size()) {
                inBoth.addAll(same);
            }
        }
        double usual = (repeatedInTrain + 1.0) / (train + 1.0); // Laplace's rule: none yet is not never
        int[] validation = inBoth.stream()
                .mapToInt(row -> row)
                .filter(row -> !data.isTrain(row))
                .toArray();
        List<Finding> findings = new ArrayList<>();
        if (validation.length > 0) {
            List<Integer> trainRows =
                    data.numbers(inBoth.stream().mapToInt(row -> row).filter(data::isTrain));
            Evidence evidence = new Evidence()
                    .with("shared-validation-rows", validation.length)
                    .examples("validation-rows", data.numbers(IntStream.of(validation)));
            findings.add(finding(
                    "validation",
                    validation.length,
                    data.count() - train,
                    usual,
                    evidence.examples("train-rows", trainRows)));
        }
        if (data.overlap().testRows() > 0) {
            List<Integer> trainRows = data.numbers(IntStream.of(data.overlap().trainRows()));
            Evidence evidence = new Evidence()
                    .with("shared-test-rows", data.overlap().testRows())
                    .examples("train-rows", trainRows);
            findings.add(
                    finding("test", data.overlap().testRows(), data.prepared().testRows(), usual, evidence));
        }
        return findings;
    }

    private static Finding finding(String split, int shared, int rows, double usual, Evidence evidence) {
        double share = (double) shared / rows;
        double p = new BinomialTest().binomialTest(rows, shared, usual, AlternativeHypothesis.GREATER_THAN);
        boolean error = share > TOLERATED_SHARE || p < SIGNIFICANT;
        return new Finding(
                "rows-shared-with-" + split,
                error ? Severity.ERROR : Severity.WARNING,
                shared + " of " + rows + " " + split + " rows (" + ShortNumber.of(100 * share)
                        + " %) are in train, too; of the train rows, " + ShortNumber.of(100 * usual)
                        + " % may be expected to repeat each other",
                false,
                evidence.with("share", share)
                        .with("usual-share", usual)
                        .with("p-value", p)
                        .entries(),
                "remove the repeated rows from the source, or keep the rows that belong together in one split");
    }
}
