package dev.touchstone.cli.text;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.metric.Interval;
import dev.touchstone.space.Assignment;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers as people read them; the same on every machine, whatever its locale. */
public final class Figures {
    private static final long SECONDS_A_MINUTE = 60;
    private static final long MINUTES_AN_HOUR = 60;

    private Figures() {}

    /** {@code 0.9815 [0.962, 0.993]}. */
    public static String withInterval(double value, Interval interval) {
        return ShortNumber.of(value) + " " + interval(interval);
    }

    /** {@code [0.962, 0.993]}. */
    static String interval(Interval interval) {
        return "[" + ShortNumber.of(interval.low()) + ", " + ShortNumber.of(interval.high()) + "]";
    }

    /** {@code learning-rate 0.01, optimiser adam}. */
    public static String assignment(Assignment assignment) {
        return assignment.values().entrySet().stream()
                .map(entry -> entry.getKey() + " " + value(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** {@code 4 s}, {@code 2 min}, {@code 3 h 5 min}. */
    public static String duration(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 2 * SECONDS_A_MINUTE) {
            return seconds + " s";
        }
        long minutes = Math.round((double) seconds / SECONDS_A_MINUTE);
        return minutes < 2 * MINUTES_AN_HOUR
                ? minutes + " min"
                : minutes / MINUTES_AN_HOUR + " h " + minutes % MINUTES_AN_HOUR + " min";
    }

    /** {@code 0.42 s}. */
    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    static String value(Object value) {
        return value instanceof Number number ? ShortNumber.of(number.doubleValue()) : String.valueOf(value);
    }
}
