package dev.touchstone.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Leaves rows in the split that their part of the source is for, and draws the splits without a part from train's rows.
 *
 * @param drawn whose shares are 0 for the splits that have a part
 */
record PartsSplit(RandomSplit drawn) {
    /** @param splits each row's, one of {@link Split#NAMES} */
    Split split(List<String> splits, Targets targets) {
        int[] destination = splits.stream().mapToInt(Split.NAMES::indexOf).toArray();
        int[] train = IntStream.range(0, destination.length)
                .filter(row -> destination[row] == 0)
                .toArray();
        Split divided = drawn.split(targets.select(train));
        for (int part = 1; part < Split.NAMES.size(); part++) {
            for (int row : divided.part(part)) {
                destination[train[row]] = part;
            }
        }
        return Split.of(destination);
    }
}
