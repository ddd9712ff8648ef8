package dev.touchstone.diagnosis.data;

import dev.touchstone.data.SetAside;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of about the same time that are alike and torn apart by the split: the {@link GroupExperiment} with blocks of time
 * in place of groups. Times are ignored columns of dates; numbers that ascend with the rows are the subject of
 * {@link SourceOrderCheck}.
 */
final class TimeLeakageCheck implements LabelCheck {
    @Override
    public List<Finding> examine(CheckedData data) {
        int[] all = IntStream.range(0, data.rows().width()).toArray();
        return data.setAside().stream()
                .filter(column -> column.times().length > 0 && TimeBlocks.areTorn(column.times(), data))
                .flatMap(column -> examine(data, column, all).stream())
                .toList();
    }

    private static List<Finding> examine(CheckedData data, SetAside column, int[] features) {
        Grouping blocks = new Grouping(column.column(), TimeBlocks.of(column.times()), false, features);
        GroupReliance reliance = new GroupExperiment(data, blocks).run();
        if (!reliance.leaks()) {
            return List.of();
        }
        int[] torn = blocks.torn(data);
        return List.of(new Finding(
                "time-leakage",
                Severity.ERROR,
                "the split tears apart rows of about the same '" + column.column() + "': " + reliance.words(),
                true,
                reliance.evidence()
                        .with("column", column.column())
                        .with("torn-validation-rows", torn.length)
                        .examples("validation-rows", data.named(IntStream.of(torn)))
                        .entries(),
                "set data: {split: {time: " + column.column() + "}}; or, if no row to be predicted will be of another"
                        + " time, data: {checks: advise}"));
    }
}
