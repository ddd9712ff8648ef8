package dev.touchstone.diagnosis.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows that may belong together.
 *
 * @param name what puts them together: a column
 * @param groups of each row; rows of one group have the same number
 * @param inOrder whether the numbers of groups are in the order of what they stand for, one apart
 * @param features those that do not tell the group by themselves
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the data set, never compared
record Grouping(String name, int[] groups, boolean inOrder, int[] features) {
    /** How many groups there are. */
    int count() {
        return (int) IntStream.of(groups).distinct().count();
    }

    /** How many rows the largest has. */
    int largest() {
        int[] sorted = groups.clone();
        Arrays.sort(sorted);
        int largest = 0;
        int from = 0;
        for (int i = 0; i < sorted.length; i++) {
            from = sorted[i] == sorted[from] ? from : i;
            largest = Math.max(largest, i + 1 - from);
        }
        return largest;
    }

    /** The validation rows of whose group train has rows, too. */
    int[] torn(CheckedData data) {
        int train = data.prepared().train().count();
        int[] inTrain = Arrays.copyOf(groups, train);
        Arrays.sort(inTrain);
        return IntStream.range(train, groups.length)
                .filter(row -> Arrays.binarySearch(inTrain, groups[row]) >= 0)
                .toArray();
    }
}
