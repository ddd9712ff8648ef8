package dev.touchstone.diagnosis.data;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;

/** Rows with the same features and different labels, which no model can all be right about (Deepchecks tolerates none). */
final class ConflictingLabelsCheck implements ClassesCheck {
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
                Severity.WARNING,
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
