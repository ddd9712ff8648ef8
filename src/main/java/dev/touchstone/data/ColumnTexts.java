package dev.touchstone.data;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the texts of a column are.
 *
 * @param rule what the spec says; null when it says nothing
 * @param texts each once, at least one; of an order also those that no cell has
 */
record ColumnTexts(String name, @Nullable ColumnRule rule, Collection<String> texts) {
    /** More values than this are features by the thousand, whatever they mean. */
    static final int MOST_CATEGORIES = 1000;

    /** With more values than this share of the rows, a value recurs less than twice: an identifier or free text. */
    static final double MOST_DISTINCT = 0.5;

    /** So few values are a category even in a table of a handful of rows. */
    static final int ALWAYS_FEW = 10;

    private static final List<String> FLAG = List.of("false", "true");

    Column column(int missing) {
        if (rule == ColumnRule.Word.CHARACTERS) {
            List<String> letters = texts.stream()
                    .flatMap(text -> text.chars().mapToObj(Character::toString))
                    .distinct()
                    .sorted()
                    .toList();
            int length = texts.iterator().next().length();
            return new Column(name, Column.Kind.CHARACTERS, letters, length, missing);
        } else if (isFlag()) {
            return new Column(name, Column.Kind.FLAG, FLAG, 1, missing);
        }
        List<String> values = rule instanceof ColumnRule.Order order ? order.values() : LabelColumn.ascending(texts);
        return new Column(name, Column.Kind.CATEGORY, values, 1, missing);
    }

    /**
     * Why the texts make no category, if so.
     *
     * @param cells how many cells hold one of them
     */
    Optional<String> tooMany(int cells) {
        boolean category = rule != ColumnRule.Word.CHARACTERS;
        boolean inferred = rule == null;
        int distinct = texts.size();
        if (!category || distinct <= ALWAYS_FEW) {
            return Optional.empty();
        } else if (distinct > MOST_CATEGORIES || (inferred && distinct > MOST_DISTINCT * cells)) {
            String characters = texts.stream().map(String::length).distinct().count() == 1 ? " or characters" : "";
            return Optional.of("found " + distinct + " different texts in " + cells
                    + " cells, more an identifier than a category (of at most "
                    + Math.min(MOST_CATEGORIES, (int) (MOST_DISTINCT * cells)) + "); state columns: {" + name
                    + ": ignore}" + characters);
        }
        return Optional.empty();
    }

    /** The raw numbers of a text. */
    static float[] codes(Column column, String text) {
        if (column.kind() == Column.Kind.CHARACTERS) {
            float[] codes = new float[text.length()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = column.values().indexOf(text.substring(i, i + 1));
            }
            return codes;
        }
        String value = column.kind() == Column.Kind.FLAG ? text.toLowerCase(Locale.ROOT) : text;
        return new float[] {column.values().indexOf(value)};
    }

    private boolean isFlag() {
        return rule == null && texts.stream().allMatch(text -> FLAG.contains(text.toLowerCase(Locale.ROOT)));
    }
}
