package dev.touchstone.data;

import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the sources {@code windows} and {@code sequences}, and refuses what a data section may not say besides.
 *
 * @param table what the section says of columns, missing cells and the task
 */
record SeriesSpecReader(SpecNode.Mapping section, TableSpec table, Problems problems) {
    private static final String TIME = "time";

    /** @param csv the file that the node names, if it does */
    Optional<Source> windows(SpecNode.Mapping node, Optional<Path> csv) {
        refuseSame(node, List.of(TIME, "value"));
        refuse("columns", "columns goes with csv and sequences; windows read no other column than time and value");
        if (table.task() != null && table.task() != Task.Kind.REGRESSION) {
            refuse("task", "windows are for regression, which forecasts a later value; remove it");
        }
        if (table.missing() == MissingCells.IMPUTE) {
            refuse("missing", "windows are not imputed; drop leaves out those that would touch a missing value");
        }
        int horizon = node.whole("horizon").orElse(1);
        return csv.flatMap(file -> column(node, TIME)
                .flatMap(time -> column(node, "value")
                        .flatMap(value -> node.whole("length")
                                .map(length ->
                                        new Source.Windows(file, time, value, length, horizon, table.missing())))));
    }

    /** @param csv the file that the node names, if it does */
    Optional<Source> sequences(SpecNode.Mapping node, Optional<Path> csv) {
        refuseSame(node, List.of("series", TIME, "label"));
        refuse("missing", "missing goes with csv and windows; sequences have a number in every cell");
        if (table.task() == Task.Kind.MULTI_LABEL) {
            refuse("task", "sequences have one label each; expected classification or regression");
        }
        for (TableSpec.Ruled ruled : table.columns()) {
            if (ruled.rule() != ColumnRule.Word.IGNORE) {
                problems.add(
                        section.section("columns").at(ruled.column().name()),
                        "columns of sequences are numbers, or ignored; expected ignore");
            }
        }
        return csv.flatMap(file -> column(node, "series")
                .flatMap(series -> column(node, TIME)
                        .flatMap(time -> column(node, "label")
                                .map(label -> new Source.Sequences(file, series, time, label, table)))));
    }

    private static Optional<SpecColumn> column(SpecNode.Mapping node, String key) {
        return node.text(key).map(name -> SpecColumn.at(name, node.at(key)));
    }

    private void refuse(String key, String why) {
        section.get(key).ifPresent(node -> problems.add(node, why));
    }

    private void refuseSame(SpecNode.Mapping node, List<String> keys) {
        Map<String, String> taken = new HashMap<>();
        for (String key : keys) {
            node.text(key)
                    .map(name -> taken.putIfAbsent(name, key))
                    .ifPresent(other -> problems.add(
                            node.at(key),
                            "found " + node.at(key).describe() + " as for " + other + ", expected another column"));
        }
    }
}
