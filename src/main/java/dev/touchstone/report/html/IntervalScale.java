package dev.touchstone.report.html;

import dev.touchstone.search.Ranked;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The common axis on which the ranking draws its intervals.
 *
 * @param low metric value at the left end
 * @param high at the right end
 */
public record IntervalScale(double low, double high) {
    /** Length of the axis in the drawing's own unit. */
    public static final int WIDTH = 160;

    /** Room for the mark of a value at either end. */
    private static final int MARGIN = 5;

    /** An interval as it is drawn: places along the axis, one decimal. */
    public record Bar(String low, String value, String high, String length) {}

    /** An axis that holds every finite number of the ranking. */
    static IntervalScale of(List<Ranked> ranking) {
        var extent = ranking.stream()
                .flatMapToDouble(ranked -> DoubleStream.of(
                        ranked.value(),
                        ranked.interval().low(),
                        ranked.interval().high()))
                .filter(Double::isFinite)
                .summaryStatistics();
        return new IntervalScale(extent.getMin(), extent.getMax());
    }

    /** The drawing of an interval, null when an end is no finite number. */
    @Nullable
    Bar bar(Ranked ranked) {
        double from = place(ranked.interval().low());
        double at = place(ranked.value());
        double to = place(ranked.interval().high());
        return Double.isFinite(from + at + to)
                ? new Bar(written(from), written(at), written(to), written(Math.max(to - from, 0.5)))
                : null;
    }

    private double place(double value) {
        double share = high > low ? (value - low) / (high - low) : 0.5 + 0 * value;
        return MARGIN + share * (WIDTH - 2 * MARGIN);
    }

    private static String written(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
