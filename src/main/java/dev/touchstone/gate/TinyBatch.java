package dev.touchstone.gate;

import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A few clean rows that any sound model can learn by heart: as many of each class where there are classes, no two alike,
 * none that stands in the data with another label too.
 *
 * @param rows the batch
 * @param contradictions rows passed over because the same features carry another label
 * @param duplicates rows passed over because the batch has their features already
 * @param labels how many different labels are in the batch
 */
record TinyBatch(Rows rows, int contradictions, int duplicates, int labels) {
    /** TheDeepChecker fits a batch of 16. */
    private static final int ROWS = 16;

    /** Rows that it is looked for among: enough for any tiny batch, few enough to cost nothing in large data. */
    private static final int CANDIDATES = 4096;

    /** With many classes, at least this many rows of each. */
    private static final int ROWS_OF_A_CLASS = 2;

    /**
     * Picks rows.
     *
     * @param all rows of which it is made
     * @param shuffled their indices, in the order in which they are looked at
     */
    static TinyBatch of(Rows all, int[] shuffled, Task task) {
        Rows rows = all.select(Arrays.copyOf(shuffled, Math.min(CANDIDATES, shuffled.length)));
        int[] groups = rows.targets() instanceof Targets.Classes classes ? classes.labels() : new int[rows.count()];
        int[] taken = new int[rows.targets() instanceof Targets.Classes ? task.answers() : 1];
        int each = Math.max(ROWS_OF_A_CLASS, ROWS / taken.length);
        Map<Integer, Object> labelByContent = new HashMap<>();
        Set<Integer> contradicted = new HashSet<>();
        for (int row = 0; row < rows.count(); row++) {
            Object label = rows.targets().key(row);
            Object other = labelByContent.putIfAbsent(content(rows, row), label);
            if (other != null && !other.equals(label)) {
                contradicted.add(content(rows, row));
            }
        }
        Set<Integer> contents = new HashSet<>();
        List<Integer> chosen = new ArrayList<>();
        int contradictions = 0;
        int duplicates = 0;
        for (int row = 0; row < rows.count() && chosen.size() < each * taken.length; row++) {
            int content = content(rows, row);
            if (contradicted.contains(content)) {
                contradictions++;
            } else if (taken[groups[row]] < each) {
                if (contents.add(content)) {
                    taken[groups[row]]++;
                    chosen.add(row);
                } else {
                    duplicates++;
                }
            }
        }
        long labels = chosen.stream().map(rows.targets()::key).distinct().count();
        return new TinyBatch(
                rows.select(chosen.stream().mapToInt(Integer::intValue).toArray()), contradictions, duplicates, (int)
                        labels);
    }

    /** A hash of a row's features; two rows that collide by chance are at worst passed over. */
    private static int content(Rows rows, int row) {
        int hash = 1;
        for (int i = row * rows.width(); i < (row + 1) * rows.width(); i++) {
            hash = 31 * hash + Float.hashCode(rows.features().get(i));
        }
        return hash;
    }
}
