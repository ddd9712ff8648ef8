package dev.touchstone.gate;

import dev.touchstone.data.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A few clean rows that any sound model can learn by heart: as many of each class, no two alike, none that stands in the
 * data with another label too.
 *
 * @param rows the batch
 * @param contradictions rows passed over because the same features carry another label
 * @param duplicates rows passed over because the batch has their features already
 * @param classes classes that are in the batch
 */
record TinyBatch(Rows rows, int contradictions, int duplicates, int classes) {
    /** TheDeepChecker fits a batch of 16. */
    private static final int ROWS = 16;

    /** With many classes, at least this many rows of each. */
    private static final int ROWS_OF_A_CLASS = 2;

    /**
     * Picks rows in the order in which they come.
     *
     * @param rows of which it is made
     * @param classes of the task
     */
    static TinyBatch of(Rows rows, int classes) {
        int each = Math.max(ROWS_OF_A_CLASS, ROWS / classes);
        Map<Integer, Set<Integer>> labelsByContent = new HashMap<>();
        for (int row = 0; row < rows.count(); row++) {
            labelsByContent
                    .computeIfAbsent(content(rows, row), key -> new HashSet<>())
                    .add(rows.labels()[row]);
        }
        int[] taken = new int[classes];
        Set<Integer> contents = new HashSet<>();
        List<Integer> chosen = new ArrayList<>();
        int contradictions = 0;
        int duplicates = 0;
        for (int row = 0; row < rows.count() && chosen.size() < each * classes; row++) {
            int label = rows.labels()[row];
            int content = content(rows, row);
            if (labelsByContent.getOrDefault(content, Set.of()).size() > 1) {
                contradictions++;
            } else if (taken[label] < each) {
                if (contents.add(content)) {
                    taken[label]++;
                    chosen.add(row);
                } else {
                    duplicates++;
                }
            }
        }
        return new TinyBatch(
                rows.select(chosen.stream().mapToInt(Integer::intValue).toArray()), contradictions, duplicates, (int)
                        Arrays.stream(taken).filter(count -> count > 0).count());
    }

    /** A hash of a row's features; two rows that collide by chance are at worst passed over. */
    private static int content(Rows rows, int row) {
        int hash = 1;
        for (int i = row * rows.width(); i < (row + 1) * rows.width(); i++) {
            hash = 31 * hash + Float.hashCode(rows.features()[i]);
        }
        return hash;
    }
}
