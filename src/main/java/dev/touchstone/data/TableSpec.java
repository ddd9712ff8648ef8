package dev.touchstone.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a spec says of a table's cells.
 *
 * @param columns in the order of the spec
 */
public record TableSpec(List<Ruled> columns, MissingCells missing) {
    public static final TableSpec DEFAULT = new TableSpec(List.of(), MissingCells.REFUSE);

    /** A column and what it is. */
    public record Ruled(SpecColumn column, ColumnRule rule) {}

    /** The rule of a column, if the spec has one. */
    Optional<ColumnRule> rule(String column) {
        Map<String, ColumnRule> rules = new LinkedHashMap<>();
        columns.forEach(ruled -> rules.put(ruled.column().name(), ruled.rule()));
        return Optional.ofNullable(rules.get(column));
    }
}
