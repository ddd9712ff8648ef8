package dev.touchstone.metric;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's step-down correction (1979): of all tests together, the chance of any false alarm stays below the level. */
public final class Holm {
    private Holm() {}

    /**
     * The p-values, adjusted: a test is significant at a level when its adjusted p-value is at most the level.
     *
     * @param pValues 0 to 1, in any order
     * @return one for each, in the same order; 0 to 1, never smaller than before
     */
    public static double[] adjust(double[] pValues) {
        List<Integer> ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .toList();
        double[] adjusted = new double[pValues.length];
        double largest = 0;
        for (int step = 0; step < pValues.length; step++) {
            int test = ascending.get(step);
            largest = Math.max(largest, Math.min(1, (pValues.length - step) * pValues[test]));
            adjusted[test] = largest;
        }
        return adjusted;
    }
}
