package dev.touchstone.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which row goes where: every row of a data set is in at most one of three lists of row numbers, each ascending. Only
 * rows in a gap of time are in none.
 *
 * @param test empty when the spec's share is 0
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the data set, read once, never compared
public record Split(int[] train, int[] validation, int[] test) {
    /** The splits as specs and data files write them. */
    static final List<String> NAMES = List.of("train", "validation", "test");

    /** The split of each row as its index in {@link #NAMES}; any other number leaves the row out. */
    static Split of(int[] destination) {
        return new Split(rowsOf(0, destination), rowsOf(1, destination), rowsOf(2, destination));
    }

    /** The rows of a split by its index in {@link #NAMES}. */
    int[] part(int index) {
        return List.of(train, validation, test).get(index);
    }

    private static int[] rowsOf(int part, int[] destination) {
        return IntStream.range(0, destination.length)
                .filter(row -> destination[row] == part)
                .toArray();
    }
}
