package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.AlternativeHypothesis;
import org.apache.commons.math3.stat.inference.BinomialTest;

/**
 * Classes that are rare, or missing from train or validation. A rare class is a warning where it has too few rows to be learnt,
 * or a smaller share of train than of validation; for information where it is rare by nature: training tells whether it is learnt.
 */
final class ClassBalanceCheck implements ClassesCheck {
    /** cleanlab: imbalanced when the rarest class has less than this part of its even share. */
    private static final double RARE = 0.1;

    /** Peduzzi et al. (1996): ten events for each number that is fitted, and a class is one at least. */
    private static final int FEWEST = 10;

    @Override
    public List<Finding> examine(CheckedData data) {
        int[] train = counts(data.prepared().train().labels(), data.prepared().classes());
        int[] validation =
                counts(data.prepared().validation().labels(), data.prepared().classes());
        List<Finding> findings = new ArrayList<>();
        missing("train", train, data, Severity.ERROR, findings);
        missing("validation", validation, data, Severity.WARNING, findings);
        int rarest = IntStream.range(0, train.length)
                .boxed()
                .min((a, b) -> Integer.compare(train[a], train[b]))
                .orElseThrow();
        double share = (double) train[rarest] / data.prepared().train().count();
        if (share > 0 && share < RARE / train.length) {
            boolean scanty =
                    train[rarest] < FEWEST || isRarerThan(validation[rarest], validation, train[rarest], train);
            findings.add(rare(data.prepared().classNames().get(rarest), share, train.length, scanty));
        }
        return findings;
    }

    /** Whether a class has a smaller share of train than of validation, by more than chance. */
    private static boolean isRarerThan(int ofValidation, int[] validation, int ofTrain, int[] train) {
        int rows = IntStream.of(train).sum();
        double usual = (double) (ofTrain + ofValidation)
                / (rows + IntStream.of(validation).sum());
        return new BinomialTest().binomialTest(rows, ofTrain, usual, AlternativeHypothesis.LESS_THAN)
                < SharedRowsCheck.SIGNIFICANT;
    }

    private static int[] counts(int[] labels, int classes) {
        int[] counts = new int[classes];
        IntStream.of(labels).forEach(label -> counts[label]++);
        return counts;
    }

    private static void missing(
            String split, int[] counts, CheckedData data, Severity severity, List<Finding> findings) {
        List<String> classes = IntStream.range(0, counts.length)
                .filter(label -> counts[label] == 0)
                .mapToObj(data.prepared().classNames()::get)
                .toList();
        if (!classes.isEmpty()) {
            findings.add(new Finding(
                    "class-missing-from-" + split,
                    severity,
                    "no " + split + " row has "
                            + (classes.size() == 1
                                    ? "the class '" + classes.get(0) + "'"
                                    : "any of " + classes.size() + " classes"),
                    false,
                    new Evidence()
                            .with("count", classes.size())
                            .examples("classes", classes)
                            .entries(),
                    "set data: {split: {stratify: true}}, or gather more rows of the class"));
        }
    }

    private static Finding rare(String name, double share, int classes, boolean scanty) {
        return new Finding(
                "class-imbalance",
                scanty ? Severity.WARNING : Severity.INFO,
                "the class '" + name + "' has " + ShortNumber.of(100 * share)
                        + " % of the train rows; an even share is " + ShortNumber.of(100.0 / classes) + " %",
                false,
                new Evidence()
                        .with("class", name)
                        .with("share", share)
                        .with("even-share", 1.0 / classes)
                        .entries(),
                "rank on balanced-accuracy, and gather more rows of the class");
    }
}
