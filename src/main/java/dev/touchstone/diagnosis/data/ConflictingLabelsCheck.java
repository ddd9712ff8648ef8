package dev.touchstone.diagnosis.data;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;

/**
 * Rows with the same features and different labels, which no model can all be right about. A warning where they are more than
 * labels that are wrong in widely used sets, for fewer cost less than any figure's noise, and contradict each other more than
 * near rows do.
 */
final class ConflictingLabelsCheck implements ClassesCheck {
    /** Of so many rows that contradict each other. */
    static Severity severity(int rows, List<List<Integer>> same, CheckedData data) {
        return rows > SingleFeatureCheck.LABEL_ERRORS * data.count()
                        && Contradiction.among(same, data).isBeyondThatOfNearRows()
                ? Severity.WARNING
                : Severity.INFO;
    }

    @Override
    public List<Finding> examine(CheckedData data) {
        List<List<Integer>> identical = IdenticalRows.in(data.rows());
        List<List<Integer>> conflicts = identical.stream()
                .filter(same -> same.stream().map(data::label).distinct().count() > 1)
                .toList();
        if (conflicts.isEmpty()) {
            return List.of();
        }
        List<?> rows = data.named(conflicts.stream().flatMap(List::stream).mapToInt(row -> row));
        return List.of(new Finding(
                "conflicting-labels",
                severity(rows.size(), identical, data),
                rows.size() + " rows have the same features as another row and another label",
                false,
                new Evidence()
                        .with("row-count", rows.size())
                        .with("distinct", conflicts.size())
                        .examples("rows", rows)
                        .entries(),
                "look at these rows and correct their labels, or add what tells them apart"));
    }
}
