package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Labels that no row of train or validation has, or all rows have, so that nothing is learnt or measured of them. */
final class LabelBalanceCheck implements DataCheck {
    @Override
    public boolean suits(Task task) {
        return task.kind() == Task.Kind.MULTI_LABEL;
    }

    @Override
    public List<Finding> examine(CheckedData data) {
        List<Finding> findings = new ArrayList<>();
        examine("train", data.prepared().train(), data, Severity.ERROR, findings);
        examine("validation", data.prepared().validation(), data, Severity.WARNING, findings);
        return findings;
    }

    private static void examine(String split, Rows rows, CheckedData data, Severity severity, List<Finding> findings) {
        Targets.LabelSets sets = (Targets.LabelSets) rows.targets();
        List<String> same = IntStream.range(0, sets.labels())
                .filter(label -> sets.rowsWith(label) == 0 || sets.rowsWith(label) == sets.count())
                .mapToObj(data.prepared().labelNames()::get)
                .toList();
        if (!same.isEmpty()) {
            findings.add(new Finding(
                    "label-same-in-" + split,
                    severity,
                    (same.size() == 1 ? "the label '" + same.get(0) + "' is" : same.size() + " labels are")
                            + " the same in every " + split + " row",
                    false,
                    new Evidence()
                            .with("count", same.size())
                            .examples("labels", same)
                            .entries(),
                    "leave the label out, or gather more rows with and without it"));
        }
    }
}
