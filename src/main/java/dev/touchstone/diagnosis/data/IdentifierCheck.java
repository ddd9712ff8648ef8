package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Task;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Features that number the rows rather than describe them: whole numbers of which no two rows have the same. For information
 * where as few rows with numbers of as wide a range would hardly have the same by chance either: large amounts are not.
 */
final class IdentifierCheck implements DataCheck {
    /** How many pairs of rows with the same number are to be expected by chance where none leaves 1 % of doubt. */
    private static final double PAIRS = -Math.log(0.01);

    @Override
    public List<Finding> examine(CheckedData data) {
        return IntStream.range(0, data.rows().width())
                .filter(feature -> isIdentifier(data, feature))
                .mapToObj(feature -> finding(data, feature))
                .toList();
    }

    private static boolean isIdentifier(CheckedData data, int feature) {
        Set<Double> seen = new HashSet<>();
        for (int row = 0; row < data.count(); row++) {
            if (!WholeNumbers.isWhole(data, row, feature) || !seen.add(Math.rint(data.raw(row, feature)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCounted(CheckedData data, int feature) {
        DoubleSummaryStatistics numbers = IntStream.range(0, data.count())
                .mapToDouble(row -> data.raw(row, feature))
                .summaryStatistics();
        double range = numbers.getMax() - numbers.getMin() + 1;
        double rows = data.count();
        return rows * (rows - 1) / 2 / range > PAIRS;
    }

    private static Finding finding(CheckedData data, int feature) {
        String name = data.prepared().featureNames().get(feature);
        return new Finding(
                "identifier-feature",
                isCounted(data, feature) ? Severity.WARNING : Severity.INFO,
                "'" + name + "' is another whole number in each row, as an identifier is",
                false,
                evidence(data, feature).entries(),
                "remove the feature: what networks learn of an identifier holds for no other row");
    }

    private static Evidence evidence(CheckedData data, int feature) {
        Evidence evidence =
                new Evidence().with("feature", data.prepared().featureNames().get(feature));
        Task.Kind kind = data.prepared().task().kind();
        if (kind == Task.Kind.CLASSIFICATION) {
            evidence.with("accuracy-alone", new SingleFeature(data).accuracy(feature))
                    .with("accuracy-of-most-frequent-class", SingleFeature.mostFrequent(data));
        } else if (kind == Task.Kind.REGRESSION) {
            evidence.with("skill-alone", new NumberFromFeature(data, feature).skill());
        }
        return evidence;
    }
}
