package dev.touchstone.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a spec says of a table's cells.
 *
 * @param columns in the order of the spec
 * @param task what the label column is for; null when its cells are to tell
 */
public record TableSpec(List<Ruled> columns, MissingCells missing, Task.@Nullable Kind task) {
    public static final TableSpec DEFAULT = new TableSpec(List.of(), MissingCells.REFUSE);

    /** A table whose label column says by itself what it is for. */
    public TableSpec(List<Ruled> columns, MissingCells missing) {
        this(columns, missing, null);
    }

    /** A column and what it is. */
    public record Ruled(SpecColumn column, ColumnRule rule) {}

    /** The columns that are no features. */
    List<String> ignored() {
        return columns.stream()
                .filter(ruled -> ruled.rule() == ColumnRule.Word.IGNORE)
                .map(ruled -> ruled.column().name())
                .toList();
    }

    /** The rule of a column, if the spec has one. */
    Optional<ColumnRule> rule(String column) {
        Map<String, ColumnRule> rules = new LinkedHashMap<>();
        columns.forEach(ruled -> rules.put(ruled.column().name(), ruled.rule()));
        return Optional.ofNullable(rules.get(column));
    }
}
