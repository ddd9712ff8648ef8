package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Features of which a few cells are so far out that the deviation is theirs alone: on the scale that normalisation gives
 * hardly anything is left of the others. Only where most features are so; a single one with a long tail is common.
 */
final class OutlyingCellsCheck implements IndependentRowsCheck {
    /** Deviations within the middle half of a normal distribution, from its first quartile to its third. */
    private static final double MIDDLE_HALF = 1.349;

    /** Normalisation promises a scale of 1; a tenth of that is none, as where training is looked at. */
    private static final double MOST = 10;

    private static final double HALF = 0.5;

    private static final double QUARTER = 25;

    @Override
    public List<Finding> examine(CheckedData data) {
        List<String> outlying = new ArrayList<>();
        int varied = 0;
        double largest = 0;
        for (int feature = 0; feature < data.rows().width(); feature++) {
            double ratio = ratio(data, feature);
            varied += Double.isFinite(ratio) ? 1 : 0;
            if (Double.isFinite(ratio) && ratio > MOST) {
                outlying.add(data.prepared().featureNames().get(feature));
                largest = Math.max(largest, ratio);
            }
        }
        return outlying.size() > HALF * varied ? List.of(finding(outlying, varied, largest)) : List.of();
    }

    /**
     * How many times as large a feature's deviation is as it would be by the middle half of its train cells; not finite
     * where these are all the same.
     */
    private static double ratio(CheckedData data, int feature) {
        double[] cells = IntStream.range(0, data.prepared().train().count())
                .mapToDouble(row -> data.value(row, feature))
                .toArray();
        Percentile percentile = new Percentile();
        percentile.setData(cells);
        double middle = (percentile.evaluate(100 - QUARTER) - percentile.evaluate(QUARTER)) / MIDDLE_HALF;
        return new StandardDeviation().evaluate(cells) / middle;
    }

    private static Finding finding(List<String> outlying, int varied, double largest) {
        return new Finding(
                "wild-scales",
                Severity.WARNING,
                "in " + outlying.size() + " of " + varied
                        + " features a few cells are so far out that their deviation is up to "
                        + ShortNumber.of(largest)
                        + " times that of all others, of which normalisation leaves hardly anything",
                false,
                new Evidence()
                        .with("ratio", largest)
                        .with("count", outlying.size())
                        .examples("features", outlying)
                        .entries(),
                "look at the largest cells of these features, and correct or clip them");
    }
}
