package dev.touchstone.cli.text;

import dev.touchstone.metric.Interval;
import dev.touchstone.space.Assignment;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers as people read them; the same on every machine, whatever its locale. */
public final class Figures {
    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double LARGEST_PLAIN = 1e5;
    private static final long SECONDS_A_MINUTE = 60;
    private static final long MINUTES_AN_HOUR = 60;

    private Figures() {}

    /** At most four significant digits: {@code 0.9815}, {@code 3.2e-05}, {@code 64}. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < LARGEST_PLAIN) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        String text =
                String.format(Locale.ROOT, size >= SMALLEST_PLAIN && size < LARGEST_PLAIN ? "%.4g" : "%.2e", value);
        return text.replaceFirst("(\\.\\d*?)0+(e|$)", "$1$2").replaceFirst("\\.(e|$)", "$1");
    }

    /** {@code 0.9815 [0.962, 0.993]}. */
    public static String withInterval(double value, Interval interval) {
        return number(value) + " [" + number(interval.low()) + ", " + number(interval.high()) + "]";
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
        return value instanceof Number number ? number(number.doubleValue()) : String.valueOf(value);
    }
}
