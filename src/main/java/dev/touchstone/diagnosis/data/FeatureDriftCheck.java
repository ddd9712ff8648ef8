package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.metric.Holm;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * Features whose values are distributed otherwise in validation than in train, by the test of Kolmogorov and Smirnov. For
 * information where the split is by time or group: those differ by nature, and training tells where it came to harm by it.
 */
final class FeatureDriftCheck implements DataCheck {
    /** Of p-values that Holm (1979) corrected for the number of features. */
    private static final double SIGNIFICANT = 0.01;

    /** Deepchecks' condition on the drift of a feature, by the same statistic; what is less matters little. */
    private static final double NOTABLE = 0.2;

    @Override
    public List<Finding> examine(CheckedData data) {
        KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
        int train = data.prepared().train().count();
        int validation = data.count() - train;
        double[] statistics = IntStream.range(0, data.rows().width())
                .mapToDouble(feature ->
                        Distance.between(values(data, feature, 0, train), values(data, feature, train, data.count())))
                .toArray();
        double[] adjusted = Holm.adjust(IntStream.range(0, statistics.length)
                .mapToDouble(feature -> test.approximateP(statistics[feature], train, validation))
                .toArray());
        List<Integer> drifted = IntStream.range(0, statistics.length)
                .filter(feature -> adjusted[feature] <= SIGNIFICANT && statistics[feature] >= NOTABLE)
                .boxed()
                .sorted((a, b) -> Double.compare(statistics[b], statistics[a]))
                .toList();
        return drifted.isEmpty() ? List.of() : List.of(finding(data, drifted, statistics, adjusted));
    }

    private static float[] values(CheckedData data, int feature, int from, int to) {
        float[] values = new float[to - from];
        for (int row = from; row < to; row++) {
            values[row - from] = data.value(row, feature);
        }
        Arrays.sort(values);
        return values;
    }

    private static Finding finding(CheckedData data, List<Integer> drifted, double[] statistics, double[] adjusted) {
        List<String> names =
                drifted.stream().map(data.prepared().featureNames()::get).toList();
        int worst = drifted.get(0);
        return new Finding(
                "feature-drift",
                data.dividedByNature() ? Severity.INFO : Severity.WARNING,
                drifted.size() + " features are distributed otherwise in validation than in train, most of all '"
                        + names.get(0) + "': the shares of rows below some value differ by "
                        + ShortNumber.of(100 * statistics[worst]) + " points",
                false,
                new Evidence()
                        .with("count", drifted.size())
                        .examples("features", names)
                        .with("largest-statistic", statistics[worst])
                        .with("p-value", adjusted[worst])
                        .entries(),
                data.prepared().task().forecasts()
                        ? "find out what changed; a trend goes on beyond what networks have seen, its changes need not"
                        : "find out what changed between the splits; groups and times of their own differ by nature");
    }

    /** The statistic of Kolmogorov and Smirnov; the library's own jitters ties, of which pixels and counts are full. */
    private static final class Distance {
        static double between(float[] first, float[] second) {
            double largest = 0;
            for (int i = 0, j = 0; i < first.length && j < second.length; ) {
                float value = Math.min(first[i], second[j]);
                while (i < first.length && first[i] == value) {
                    i++;
                }
                while (j < second.length && second[j] == value) {
                    j++;
                }
                largest = Math.max(largest, Math.abs((double) i / first.length - (double) j / second.length));
            }
            return largest;
        }
    }
}
