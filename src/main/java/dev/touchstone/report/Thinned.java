package dev.touchstone.report;

import java.util.List;
import java.util.stream.IntStream;

/** So much of a course as is enough to draw how it went. */
final class Thinned {
    private static final int MOST = 32;

    private Thinned() {}

    /** The last one, and others as evenly as they come, in their order. */
    static <T> List<T> of(List<T> all) {
        int step = (all.size() + MOST - 1) / MOST;
        return IntStream.range(0, all.size())
                .filter(i -> (all.size() - 1 - i) % step == 0)
                .<T>mapToObj(all::get)
                .toList();
    }
}
