package dev.touchstone.bench.range;

import java.util.stream.IntStream;

/** 25 learning rates from 1e-6 to 100, three a decade. */
final class Grid {
    static final int SEEDS = 3;

    private static final int POINTS = 25;
    private static final double FIRST = 1e-6;
    private static final double PER_DECADE = 3;

    private Grid() {}

    static double[] rates() {
        return IntStream.range(0, POINTS)
                .mapToDouble(point -> FIRST * Math.pow(10, point / PER_DECADE))
                .toArray();
    }

    /** Half a step, as a factor: where a boundary between two points may lie. */
    static double halfAStep() {
        return Math.pow(10, 1 / (2 * PER_DECADE));
    }
}
