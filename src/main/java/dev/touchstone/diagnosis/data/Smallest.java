package dev.touchstone.diagnosis.data;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The smallest of many numbers. */
final class Smallest {
    private Smallest() {}

    /**
     * Their positions, in ascending order of the numbers.
     *
     * @param allowed which positions count
     * @param most how many are wanted; there are fewer when fewer are allowed
     */
    static int[] of(float[] numbers, IntPredicate allowed, int most) {
        int[] best = new int[most];
        int found = 0;
        for (int i = 0; i < numbers.length; i++) {
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
