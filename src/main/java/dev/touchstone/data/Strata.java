package dev.touchstone.data;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Groups of rows whose targets are alike, which a stratified split divides one by one. */
final class Strata {
    /** As many rows below as above each of nine values: fine enough to keep the shape of a skewed distribution. */
    private static final int TENTHS = 10;

    private Strata() {}

    /** The group of each row: its class, or the tenth of the sorted numbers that it is in. */
    static int[] of(Targets targets) {
        if (targets instanceof Targets.Classes classes) {
            return classes.labels();
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
}
