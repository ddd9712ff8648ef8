package dev.touchstone.diagnosis.data;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;
import java.util.stream.IntStream;

/** Features with a value that is no finite number, which no network survives. */
final class NonFiniteCheck implements DataCheck {
    @Override
    public List<Finding> examine(CheckedData data) {
        int width = data.rows().width();
        List<String> features = IntStream.range(0, width)
                .filter(feature -> IntStream.range(0, data.count()).anyMatch(row -> !isFinite(data, row, feature)))
                .mapToObj(data.prepared().featureNames()::get)
                .toList();
        if (features.isEmpty()) {
            return List.of();
        }
        List<?> rows = data.named(IntStream.range(0, data.count())
                .filter(row -> IntStream.range(0, width).anyMatch(feature -> !isFinite(data, row, feature))));
        return List.of(new Finding(
                "non-finite-feature",
                Severity.ERROR,
                rows.size() + " rows have a value that is no finite number once it is normalised, in " + features.size()
                        + " features",
                false,
                new Evidence()
                        .with("row-count", rows.size())
                        .examples("rows", rows)
                        .examples("features", features)
                        .entries(),
                "bring the values into a range that a float holds, or leave these rows out"));
    }

    private static boolean isFinite(CheckedData data, int row, int feature) {
        return Float.isFinite(data.value(row, feature));
    }
}
