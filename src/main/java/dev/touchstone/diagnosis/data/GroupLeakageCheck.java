package dev.touchstone.diagnosis.data;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows that belong together, such as those of one speaker or patient, torn apart by the split: networks that know the
 * speaker from train do better on validation than on anybody else. An experiment decides, see {@link GroupExperiment}.
 */
final class GroupLeakageCheck implements LabelCheck {
    @Override
    public List<Finding> examine(CheckedData data) {
        return GroupColumns.in(data).stream()
                .flatMap(column -> finding(data, column, new GroupExperiment(data, column).run()).stream())
                .toList();
    }

    private static List<Finding> finding(CheckedData data, Grouping column, GroupReliance reliance) {
        if (!reliance.leaks()) {
            return List.of();
        }
        String name = column.name();
        int[] torn = column.torn(data);
        return List.of(new Finding(
                "group-leakage",
                Severity.ERROR,
                "the split tears apart rows of the same '" + name + "': " + reliance.words(),
                true,
                reliance.evidence()
                        .with("column", name)
                        .with("groups", column.count())
                        .with("torn-validation-rows", torn.length)
                        .examples("validation-rows", data.named(IntStream.of(torn)))
                        .entries(),
                "set data: {split: {group: " + name + "}}; or, if no row to be predicted will be of another '" + name
                        + "', data: {checks: advise}"));
    }
}
