package dev.touchstone.data;

import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecName;
import dev.touchstone.spec.SpecNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads what a data section says of a table's cells: {@code columns}, {@code missing} and {@code task}. */
final class TableSpecReader {
    private TableSpecReader() {}

    static TableSpec read(SpecNode.Mapping section, Problems problems) {
        MissingCells missing = section.text("missing")
                .flatMap(name -> SpecName.find(MissingCells.class, name))
                .orElse(MissingCells.REFUSE);
        List<TableSpec.Ruled> columns = section.section("columns").children().entrySet().stream()
                .flatMap(entry -> rule(entry.getValue(), problems)
                        .map(rule -> new TableSpec.Ruled(column(entry.getKey(), entry.getValue()), rule))
                        .stream())
                .toList();
        Task.Kind task = section.text("task")
                .flatMap(name -> SpecName.find(Task.Kind.class, name))
                .orElse(null);
        return new TableSpec(columns, missing, task);
    }

    private static SpecColumn column(String name, SpecNode named) {
        return new SpecColumn(name, "data.columns on line " + named.line() + " of the spec");
    }

    private static Optional<ColumnRule> rule(SpecNode node, Problems problems) {
        Optional<ColumnRule> word = node.asText().flatMap(name -> SpecName.find(ColumnRule.Word.class, name));
        return word.isPresent() ? word : node.asMapping().map(mapping -> order(mapping, problems));
    }

    private static ColumnRule order(SpecNode.Mapping mapping, Problems problems) {
        List<String> values = mapping.at("order").items().stream()
                .map(value -> value.asText().orElseGet(() -> value.json().asText()))
                .toList();
        if (new HashSet<>(values).size() < values.size()) {
            problems.add(mapping.at("order"), "a value is there twice, expected each value once");
        }
        return new ColumnRule.Order(values);
    }
}
