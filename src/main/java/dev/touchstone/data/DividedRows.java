package dev.touchstone.data;

import java.nio.FloatBuffer;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The rows of the three splits, in the order of the source; those in gaps are in none.
 *
 * @param seen those of train, then those of validation
 * @param trained how many are train's
 */
record DividedRows(Rows seen, int trained, Rows test) {
    /**
     * Divides rows where they are, for they may fill most of the memory: their features are moved, so that the rows given
     * are of no more use.
     */
    static DividedRows of(Rows rows, Split split) {
        move(rows, order(split, rows.count()));
        int[] seen = IntStream.concat(IntStream.of(split.train()), IntStream.of(split.validation()))
                .toArray();
        return new DividedRows(part(rows, 0, seen), split.train().length, part(rows, seen.length, split.test()));
    }

    Rows train() {
        return seen.range(0, trained);
    }

    Rows validation() {
        return seen.range(trained, seen.count());
    }

    private static Rows part(Rows moved, int from, int[] origins) {
        int width = moved.width();
        FloatBuffer features = moved.features().slice(from * width, origins.length * width);
        return new Rows(width, features, moved.targets().select(origins));
    }

    /** For each place the row that is to be there: train, validation, test, then all others. */
    private static int[] order(Split split, int count) {
        int[] divided = IntStream.of(0, 1, 2)
                .mapToObj(split::part)
                .flatMapToInt(IntStream::of)
                .toArray();
        BitSet others = new BitSet(count);
        others.set(0, count);
        IntStream.of(divided).forEach(others::clear);
        return IntStream.concat(IntStream.of(divided), others.stream()).toArray();
    }

    /** Follows each cycle of the permutation with one row in the hand. */
    private static void move(Rows rows, int[] order) {
        int width = rows.width();
        FloatBuffer features = rows.features();
        float[] first = new float[width];
        BitSet done = new BitSet(order.length);
        for (int start = 0; start < order.length; start = done.nextClearBit(start)) {
            features.get(start * width, first);
            int place = start;
            for (; order[place] != start; place = order[place]) {
                features.put(place * width, features, order[place] * width, width);
                done.set(place);
            }
            features.put(place * width, first);
            done.set(place);
        }
    }
}
