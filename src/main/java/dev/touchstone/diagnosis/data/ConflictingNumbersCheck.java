package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Rows with the same features and numbers that differ by more than what neighbours, which are not even the same, usually
 * miss a number by. Numbers that differ less are noise as any measurement has. Nothing to say of a forecast: that the same
 * past has several futures is nobody's mistake.
 */
final class ConflictingNumbersCheck implements NumbersCheck {
    @Override
    public boolean suits(Task task) {
        return NumbersCheck.super.suits(task) && !task.forecasts();
    }

    @Override
    public List<Finding> examine(CheckedData data) {
        float[] numbers = ((Targets.Values) data.rows().targets()).numbers();
        double usual = NeighbourErrors.of(data).rootMeanSquare();
        List<List<Integer>> identical = IdenticalRows.in(data.rows());
        List<List<Integer>> conflicts =
                identical.stream().filter(same -> spread(same, numbers) > usual).toList();
        if (conflicts.isEmpty()) {
            return List.of();
        }
        List<?> rows = data.named(conflicts.stream().flatMap(List::stream).mapToInt(row -> row));
        return List.of(new Finding(
                "conflicting-labels",
                ConflictingLabelsCheck.severity(rows.size(), identical, data),
                rows.size() + " rows have the same features as another row and a number more than "
                        + ShortNumber.of(usual) + " away, which is what neighbours miss by",
                false,
                new Evidence()
                        .with("row-count", rows.size())
                        .with("distinct", conflicts.size())
                        .with("error-of-neighbours", usual)
                        .examples("rows", rows)
                        .entries(),
                "look at these rows and correct their labels, or add what tells them apart"));
    }

    private static double spread(List<Integer> same, float[] numbers) {
        double[] values = same.stream().mapToDouble(row -> numbers[row]).toArray();
        return DoubleStream.of(values).max().orElse(0)
                - DoubleStream.of(values).min().orElse(0);
    }
}
