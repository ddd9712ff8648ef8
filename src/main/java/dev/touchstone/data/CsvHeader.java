package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The first line of a CSV file, checked.
 *
 * @param names every column, the label among them
 * @param label the label's position
 */
record CsvHeader(List<String> names, int label) {
    private static final int LISTED = 8;

    static CsvHeader of(Path file, List<String> names, String label) {
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
        int position = names.indexOf(label);
        if (position < 0) {
            throw new UserError(file + ":1: no label column '" + label + "'; nearest is '" + nearest(names, label)
                    + "'; columns: " + listed(names));
        }
        if (names.size() == 1) {
            throw new UserError(file + ":1: no column but the label '" + label + "', expected at least one feature");
        }
        return new CsvHeader(List.copyOf(names), position);
    }

    List<String> featureNames() {
        List<String> features = new ArrayList<>(names);
        features.remove(label);
        return List.copyOf(features);
    }

    private static String nearest(List<String> names, String wanted) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return names.stream()
                .min(Comparator.comparingInt(name -> distance.apply(name, wanted)))
                .orElseThrow();
    }

    private static String listed(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
        return names.size() <= LISTED ? first : first + ", … (" + names.size() + " in all)";
    }
}
