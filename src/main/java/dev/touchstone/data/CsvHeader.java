package dev.touchstone.data;

import dev.touchstone.base.Listed;
import dev.touchstone.base.UserError;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The first line of a CSV file, checked.
 *
 * @param names every column, the labels among them
 * @param labels the labels' positions
 * @param deciding the position of the column that decides the split; -1 when none does
 * @param features positions of the columns that are features: neither label nor ignored nor, unless the spec says what
 *     it is, deciding
 */
record CsvHeader(List<String> names, List<Integer> labels, int deciding, List<Integer> features) {
    private static final int LISTED = 8;

    static CsvHeader of(Path file, List<String> names, Source.Csv source, SplitBy by) {
        refuseUnclearNames(file, names);
        List<Integer> labels =
                source.labels().stream().map(label -> label(file, names, label)).toList();
        int deciding = by.column().map(column -> position(file, names, column)).orElse(-1);
        if (labels.contains(deciding)) {
            throw new UserError(
                    file + ":1: column '" + names.get(deciding) + "' is the label, and cannot decide the split too");
        }
        refuseWrongRules(file, names, source);
        List<Integer> features = IntStream.range(0, names.size())
                .filter(column -> !labels.contains(column))
                .filter(column -> source.table()
                        .rule(names.get(column))
                        .map(rule -> rule != ColumnRule.Word.IGNORE)
                        .orElse(column != deciding))
                .boxed()
                .toList();
        if (features.isEmpty()) {
            throw new UserError(file + ":1: no column but the label '"
                    + String.join("', '", source.labels()) + "'"
                    + by.column().map(column -> " and '" + column.name() + "'").orElse("")
                    + (source.table().columns().isEmpty() ? "" : " and those that the spec ignores")
                    + ", expected at least one feature");
        }
        return new CsvHeader(List.copyOf(names), labels, deciding, features);
    }

    static void refuseUnclearNames(Path file, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (int column = 0; column < names.size(); column++) {
            String name = names.get(column);
            if (name.isEmpty()) {
                throw new UserError(file + ":1: column " + (column + 1) + " has no name");
            }
            if (!seen.add(name)) {
                throw new UserError(file + ":1: column '" + name + "' is there twice, expected a name for each column");
            }
        }
    }

    /** Columns stay where they are in every file of a table. */
    void refuseUnlike(List<String> others, Path file, Path other) {
        for (int column = 0; column < Math.max(names.size(), others.size()); column++) {
            String expected = column < names.size() ? "'" + names.get(column) + "'" : "none";
            String found = column < others.size() ? "'" + others.get(column) + "'" : "none";
            if (!found.equals(expected)) {
                throw new UserError(other + ":1: column " + (column + 1) + ": found " + found + ", expected " + expected
                        + " as in " + file.getFileName());
            }
        }
    }

    private static int label(Path file, List<String> names, String label) {
        int position = names.indexOf(label);
        if (position < 0) {
            throw new UserError(file + ":1: no label column '" + label + "'; nearest is '" + nearest(names, label)
                    + "'; columns: " + Listed.of(names, LISTED));
        }
        return position;
    }

    private static void refuseWrongRules(Path file, List<String> names, Source.Csv source) {
        for (TableSpec.Ruled ruled : source.table().columns()) {
            position(file, names, ruled.column());
            if (source.labels().contains(ruled.column().name())) {
                throw new UserError(ruled.column().where() + ": column '"
                        + ruled.column().name() + "' is the label, and no feature; remove it here");
            }
        }
    }

    /** Where a column that the spec names is; refused when the file has none of that name. */
    static int position(Path file, List<String> names, SpecColumn column) {
        int position = names.indexOf(column.name());
        if (position < 0) {
            throw new UserError(file + ":1: no column '" + column.name() + "' as in " + column.where()
                    + "; nearest is '" + nearest(names, column.name()) + "'; columns: " + Listed.of(names, LISTED));
        }
        return position;
    }

    private static String nearest(List<String> names, String wanted) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return names.stream()
                .min(Comparator.comparingInt(name -> distance.apply(name, wanted)))
                .orElseThrow();
    }
}
