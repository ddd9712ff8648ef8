package dev.touchstone.diagnosis.data;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;

/**
 * Rows with the same features and different labels, which no model can all be right about. A warning where they are more than
 * labels that are wrong in widely used sets: fewer cost less than any figure's noise.
 */
final class ConflictingLabelsCheck implements ClassesCheck {
    /** Of rows that contradict each other, by their number. */
    static Severity severity(int rows, CheckedData data) {
        return rows > SingleFeatureCheck.LABEL_ERRORS * data.count() ? Severity.WARNING : Severity.INFO;
    }

    @Override
    public List<Finding> examine(CheckedData data) {
        List<List<Integer>> conflicts = IdenticalRows.in(data.rows()).stream()
                .filter(same -> same.stream().map(data::label).distinct().count() > 1)
                .toList();
        if (conflicts.isEmpty()) {
            return List.of();
        }
        List<?> rows = data.named(conflicts.stream().flatMap(List::stream).mapToInt(row -> row));
        return List.of(new Finding(
                "conflicting-labels",
                severity(rows.size(), data),
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
