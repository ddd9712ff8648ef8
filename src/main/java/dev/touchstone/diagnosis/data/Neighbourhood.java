package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The nearest other rows of each row, by {@link RowDistances}. Of many rows only a random sample is looked at, so that the
 * search takes seconds.
 *
 * @param members the rows that were looked at, ascending
 * @param nearest for each member its neighbours, the nearest first, as positions in {@code members}
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the data set, never compared
record Neighbourhood(int[] members, int[][] nearest) {
    /** Neighbours of a row: cleanlab's number. */
    static final int NEIGHBOURS = 10;

    private static final int MOST_MEMBERS = 5000;

    static Neighbourhood of(CheckedData data, Seed seed) {
        int[] members =
                Arrays.copyOf(seed.derive("sample").permutation(data.count()), Math.min(MOST_MEMBERS, data.count()));
        Arrays.sort(members);
        int[] features = IntStream.range(0, data.rows().width()).toArray();
        RowDistances distances = new RowDistances(data.rows(), members, features, seed.derive("projection"));
        int[][] nearest = new int[members.length][];
        for (int member = 0; member < members.length; member++) {
            int own = member;
            nearest[member] = Smallest.of(distances.from(member), other -> other != own, NEIGHBOURS);
        }
        return new Neighbourhood(members, nearest);
    }

    /** How many rows were looked at. */
    int size() {
        return members.length;
    }
}
