package dev.touchstone.data;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** A list in an order that is drawn (Fisher and Yates). */
final class Shuffled {
    private Shuffled() {}

    static void shuffle(List<?> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
