package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The nearest rows of some rows that have copies, these left out. Of very many rows a random sample is looked at.
 *
 * @param members the rows that were looked at, ascending
 * @param asked positions of those with copies among the members
 * @param copies for each of them its copies, as positions
 * @param nearest for each of them its nearest other rows, the nearest first, as positions
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NearestOthers(int[] members, int[] asked, int[][] copies, int[][] nearest) {
    private static final int MOST_ASKED = 500;
    private static final int MOST_MEMBERS = 5000;

    /** @param copies of each row that has some */
    static NearestOthers of(CheckedData data, Map<Integer, int[]> copies, Seed seed) {
        int[] all = copies.keySet().stream().mapToInt(row -> row).sorted().toArray();
        int[] order = seed.derive("asked").permutation(all.length);
        int[] rows = IntStream.of(order)
                .limit(MOST_ASKED)
                .map(place -> all[place])
                .sorted()
                .toArray();
        TreeSet<Integer> looked = new TreeSet<>();
        IntStream.of(seed.derive("others").permutation(data.count()))
                .limit(MOST_MEMBERS)
                .forEach(looked::add);
        for (int row : rows) {
            looked.add(row);
            IntStream.of(copies.get(row)).forEach(looked::add);
        }
        int[] members = looked.stream().mapToInt(row -> row).toArray();
        int[] features = IntStream.range(0, data.rows().width()).toArray();
        RowDistances distances = new RowDistances(data.rows(), members, features, seed.derive("projection"));
        int[] asked = positions(rows, members);
        int[][] own = new int[asked.length][];
        int[][] nearest = new int[asked.length][];
        for (int i = 0; i < asked.length; i++) {
            int position = asked[i];
            int[] left = positions(Objects.requireNonNull(copies.get(rows[i])), members);
            own[i] = left;
            nearest[i] = Smallest.of(
                    distances.from(position),
                    other -> other != position && Arrays.binarySearch(left, other) < 0,
                    Neighbourhood.NEIGHBOURS);
        }
        return new NearestOthers(members, asked, own, nearest);
    }

    private static int[] positions(int[] rows, int[] members) {
        return IntStream.of(rows)
                .map(row -> Arrays.binarySearch(members, row))
                .sorted()
                .toArray();
    }
}
