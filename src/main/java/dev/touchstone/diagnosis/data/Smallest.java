package dev.touchstone.diagnosis.data;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * The smallest of many numbers. Of equal ones those are taken that come first on a walk which spreads over all positions: train
 * rows stand before those of validation, and rows that are equally near would all be of train.
 */
final class Smallest {
    /** Multiples of it spread evenly (Weyl's sequence). */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Smallest() {}

    /** About the golden share of a length, and without a common divisor, so that its multiples come to each position once. */
    private static int stride(int length) {
        int stride = Math.max(1, (int) (GOLDEN * length));
        while (ArithmeticUtils.gcd(stride, length) > 1) {
            stride++;
        }
        return stride;
    }

    /**
     * Their positions, in ascending order of the numbers.
     *
     * @param allowed which positions count
     * @param most how many are wanted; there are fewer when fewer are allowed
     */
    static int[] of(float[] numbers, IntPredicate allowed, int most) {
        int[] best = new int[most];
        int found = 0;
        int stride = stride(numbers.length);
        int i = -stride;
        for (int seen = 0; seen < numbers.length; seen++) {
            i += i + stride < numbers.length ? stride : stride - numbers.length;
            if ((found == most && numbers[i] >= numbers[best[most - 1]]) || !allowed.test(i)) {
                continue;
            }
            int at = found < most ? found++ : most - 1;
            for (; at > 0 && numbers[best[at - 1]] > numbers[i]; at--) {
                best[at] = best[at - 1];
            }
            best[at] = i;
        }
        return Arrays.copyOf(best, found);
    }
}
