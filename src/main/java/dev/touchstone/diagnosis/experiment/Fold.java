package dev.touchstone.diagnosis.experiment;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Division;
import dev.touchstone.data.PreparedData;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Another division of train and validation rows: some validation rows take the place of as many train rows, and others are
 * asked for.
 *
 * @param kept places of train rows
 * @param taught places of validation rows that are learnt from
 * @param asked places of other validation rows
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the rows, never compared
record Fold(int[] kept, int[] taught, int[] asked) {
    /**
     * Folds that respect what divided the rows: halves that are drawn, each asked for where the other is taught; halves of
     * whole groups, in place of whole train groups but the last; or the later half asked for where the earlier is taught, but
     * for the rows of the gap, in place of the oldest train rows.
     *
     * @return none where there are too few rows, groups or moments, or where it is not known what divided the rows
     */
    static List<Fold> of(PreparedData data, Seed seed) {
        int train = data.train().count();
        Division division = data.division();
        int[] order = seed.permutation(data.validation().count());
        List<Fold> folds = List.of();
        if (division instanceof Division.Single) {
            int[] leaving = seed.derive("kept").permutation(train);
            int half = order.length / 2;
            folds = crossed(leaving, Arrays.copyOf(order, half), Arrays.copyOfRange(order, half, order.length));
        } else if (division instanceof Division.Groups groups) {
            int[] leaving = together(seed.derive("kept").permutation(train), groups.train());
            int[][] halves = halves(together(order, groups.validation()), groups.validation());
            folds = crossed(leaving, halves[0], halves[1]);
        } else if (division instanceof Division.Times times) {
            folds = List.of(later(times));
        }
        boolean possible = folds.stream()
                .allMatch(fold -> fold.kept().length > 0 && fold.taught().length > 0 && fold.asked().length > 0);
        return possible ? folds : List.of();
    }

    /** @param leaving all train rows, those first that make room */
    private static List<Fold> crossed(int[] leaving, int[] first, int[] second) {
        return List.of(
                new Fold(without(leaving, first.length), first, second),
                new Fold(without(leaving, second.length), second, first));
    }

    private static int[] without(int[] leaving, int count) {
        return Arrays.copyOfRange(leaving, Math.min(count, leaving.length), leaving.length);
    }

    /** The rows of each group one after another, groups in the order of their first row. */
    private static int[] together(int[] order, int[] groups) {
        Map<Integer, IntStream.Builder> rowsOf = new LinkedHashMap<>();
        for (int row : order) {
            rowsOf.computeIfAbsent(groups[row], unseen -> IntStream.builder()).add(row);
        }
        return rowsOf.values().stream().flatMapToInt(IntStream.Builder::build).toArray();
    }

    /** Each group to the half that has fewer rows so far. */
    private static int[][] halves(int[] together, int[] groups) {
        IntStream.Builder[] halves = {IntStream.builder(), IntStream.builder()};
        int[] counts = new int[2];
        int half = 0;
        for (int i = 0; i < together.length; i++) {
            if (i == 0 || groups[together[i]] != groups[together[i - 1]]) {
                half = counts[0] <= counts[1] ? 0 : 1;
            }
            halves[half].add(together[i]);
            counts[half]++;
        }
        return new int[][] {halves[0].build().toArray(), halves[1].build().toArray()};
    }

    private static Fold later(Division.Times times) {
        int[] order = inOrder(times.validation());
        int cut = order.length / 2;
        while (cut > 0 && cut < order.length && times.validation()[order[cut]] == times.validation()[order[cut - 1]]) {
            cut++; // rows of one moment stay together
        }
        int[] taught = Arrays.copyOf(order, Math.max(0, cut - times.gap()));
        return new Fold(
                without(inOrder(times.train()), taught.length), taught, Arrays.copyOfRange(order, cut, order.length));
    }

    private static int[] inOrder(int[] moments) {
        return IntStream.range(0, moments.length)
                .boxed()
                .sorted(Comparator.comparingInt(row -> moments[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
