package dev.touchstone.bench.range;

import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Metric;
import java.util.Arrays;

/**
 * The usable learning rates that the grid shows: those around the best that are not worse than it by more than a tolerance,
 * without a gap.
 *
 * @param first index of the lowest one in the grid
 * @param last of the highest one
 */
record TrueInterval(int first, int last) {
    private static final double ONE_POINT = 0.01;
    private static final double SHARE_OF_BASELINE = 0.05;
    private static final double STANDARD_ERRORS = 2;
    private static final int NARROW = 3;

    /** @param baseline error of guessing, which regression's tolerance is a share of */
    static TrueInterval of(double[][] values, Metric metric, double baseline) {
        Direction direction = metric.direction();
        double[] means = Arrays.stream(values).mapToDouble(TrueInterval::mean).toArray();
        int best = -1;
        for (int i = 0; i < means.length; i++) {
            best = Double.isFinite(means[i]) && (best < 0 || direction.better(means[i], means[best])) ? i : best;
        }
        double least = metric == Metric.RMSE ? SHARE_OF_BASELINE * baseline : ONE_POINT;
        double tolerance = Math.max(least, STANDARD_ERRORS * standardError(values[best]));
        int first = best;
        while (first > 0 && Math.abs(means[first - 1] - means[best]) <= tolerance) {
            first--;
        }
        int last = best;
        while (last < means.length - 1 && Math.abs(means[last + 1] - means[best]) <= tolerance) {
            last++;
        }
        return new TrueInterval(first, last);
    }

    boolean isNarrow() {
        return last - first + 1 < NARROW;
    }

    boolean contains(int point) {
        return first <= point && point <= last;
    }

    /** @param factor by which a rate may be beyond either end */
    boolean contains(double rate, double factor) {
        return rate >= Grid.rates()[first] / factor && rate <= Grid.rates()[last] * factor;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double standardError(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(value -> Math.pow(value - mean, 2)).sum();
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
