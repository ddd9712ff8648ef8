package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.data.ColumnEncoding;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Columns of which many cells are imputed in train. */
final class MissingValuesCheck implements DataCheck {
    /** Deepchecks' condition on the share of nulls in a column. */
    private static final double NOTABLE = 0.05;

    /** Most cells of the column say nothing of their rows but that they are missing. */
    private static final double MOSTLY = 0.5;

    /** A column and the share of train's cells that are missing. */
    private record Missing(String column, double share) {}

    @Override
    public List<Finding> examine(CheckedData data) {
        List<Missing> notable = new ArrayList<>();
        int end = 0;
        for (ColumnEncoding column : data.prepared().encoding().columns()) {
            end += column.featureNames().size();
            if (column.indicator()) {
                notable.add(new Missing(column.name(), shareOfOnes(data, end - 1)));
            }
        }
        notable.removeIf(missing -> missing.share() <= NOTABLE);
        notable.sort(Comparator.comparingDouble(Missing::share).reversed());
        return notable.isEmpty() ? List.of() : List.of(finding(notable));
    }

    private static double shareOfOnes(CheckedData data, int indicator) {
        int train = data.prepared().train().count();
        long ones = IntStream.range(0, train)
                .filter(row -> data.raw(row, indicator) > 0.5)
                .count();
        return (double) ones / train;
    }

    private static Finding finding(List<Missing> notable) {
        Missing worst = notable.get(0);
        boolean mostly = worst.share() > MOSTLY;
        return new Finding(
                "missing-values",
                mostly ? Severity.WARNING : Severity.INFO,
                notable.size() + " columns miss many cells, most of all '" + worst.column() + "': "
                        + ShortNumber.of(100 * worst.share()) + " % of its cells in train are imputed",
                false,
                new Evidence()
                        .with("count", notable.size())
                        .examples(
                                "columns", notable.stream().map(Missing::column).toList())
                        .examples("shares", notable.stream().map(Missing::share).toList())
                        .entries(),
                mostly
                        ? "gather the values, or leave the column out with columns: {" + worst.column() + ": ignore}"
                        : "find out why they are missing; rows to be predicted should miss them for the same reason");
    }
}
