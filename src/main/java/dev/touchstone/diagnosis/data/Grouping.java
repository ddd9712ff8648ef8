package dev.touchstone.diagnosis.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rows that may belong together.
 *
 * @param name what puts them together: a column
 * @param groups of each row; rows of one group have the same number
 * @param features those that do not tell the group by themselves
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the data set, never compared
record Grouping(String name, int[] groups, int[] features) {
    /** How many groups there are. */
    int count() {
        return (int) IntStream.of(groups).distinct().count();
    }

    /** How many rows the largest has. */
    int largest() {
        Map<Integer, Integer> sizes = new HashMap<>();
        IntStream.of(groups).forEach(group -> sizes.merge(group, 1, Integer::sum));
        return sizes.values().stream().mapToInt(size -> size).max().orElse(0);
    }

    /** The validation rows of whose group train has rows, too. */
    int[] torn(CheckedData data) {
        Set<Integer> inTrain = new HashSet<>();
        IntStream.range(0, groups.length).filter(data::isTrain).forEach(row -> inTrain.add(groups[row]));
        return IntStream.range(0, groups.length)
                .filter(row -> !data.isTrain(row) && inTrain.contains(groups[row]))
                .toArray();
    }
}
