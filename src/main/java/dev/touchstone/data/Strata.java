package dev.touchstone.data;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Groups of rows whose targets are alike, which a stratified split divides one by one. */
final class Strata {
    /** As many rows below as above each of nine values: fine enough to keep the shape of a skewed distribution. */
    private static final int TENTHS = 10;

    private Strata() {}

    /**
     * Combinations of labels of fewer rows are divided together, for shares of a tenth leave splits without any of them.
     * What is rare is then not balanced: Sechidis et al. (2011) give rare labels out first, which takes more care.
     */
    private static final int FEWEST = 10;

    /** The group of each row: its class, its combination of labels, or the tenth of the sorted numbers that it is in. */
    static int[] of(Targets targets) {
        if (targets instanceof Targets.Classes classes) {
            return classes.labels();
        } else if (targets instanceof Targets.LabelSets sets) {
            return combinations(sets);
        }
        float[] numbers = ((Targets.Values) targets).numbers();
        int[] ascending = IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> numbers[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] strata = new int[numbers.length];
        for (int rank = 0; rank < ascending.length; rank++) {
            strata[ascending[rank]] = (int) ((long) rank * TENTHS / ascending.length);
        }
        return strata;
    }

    /** Numbered as they come, from 1; 0 is for the rare ones. */
    private static int[] combinations(Targets.LabelSets sets) {
        Map<BitSet, Integer> counts = new LinkedHashMap<>();
        IntStream.range(0, sets.count()).forEach(row -> counts.merge(sets.key(row), 1, Integer::sum));
        Map<BitSet, Integer> numbers = new HashMap<>();
        counts.forEach((labels, rows) -> {
            if (rows >= FEWEST) {
                numbers.put(labels, numbers.size() + 1);
            }
        });
        return IntStream.range(0, sets.count())
                .map(row -> numbers.getOrDefault(sets.key(row), 0))
                .toArray();
    }
}
