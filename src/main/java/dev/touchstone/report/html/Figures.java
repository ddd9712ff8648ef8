package dev.touchstone.report.html;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.metric.Interval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How numbers, times and amounts are written in the report. */
public final class Figures {
    /** What stands where there is no number. */
    public static final String NONE = "–";

    /** From here on four decimals are more than anybody can use. */
    private static final double LARGE = 10;

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Figures() {}

    /** Four significant digits at most, without trailing zeros. */
    public static String number(double number) {
        if (Double.isNaN(number)) {
            return NONE;
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "∞" : "−∞";
        }
        return ShortNumber.of(number);
    }

    /** A metric's value: four decimals, so that values stand under each other. */
    public static String metric(double value) {
        return Math.abs(value) < LARGE ? String.format(Locale.ROOT, "%.4f", value) : number(value);
    }

    public static String interval(@Nullable Interval interval) {
        return interval == null ? NONE : metric(interval.low()) + " to " + metric(interval.high());
    }

    /** A hyperparameter's or an environment's value. */
    public static String value(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            return number(((Number) value).doubleValue());
        }
        return value == null ? NONE : value.toString();
    }

    /** An amount with its noun, such as {@code 1 trial} or {@code 1,257 rows}. */
    public static String count(long amount, String noun) {
        return amount(amount) + " " + noun + (amount == 1 ? "" : "s");
    }

    public static String amount(long amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }

    public static String seconds(double seconds) {
        if (!Double.isFinite(seconds)) {
            return NONE;
        }
        if (seconds < 1) {
            return Math.round(seconds * 1000) + " ms";
        }
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
    }

    public static String time(@Nullable Instant instant) {
        return instant == null ? NONE : UTC.format(instant);
    }

    /** The first digits of a digest: enough to tell data sets apart by eye. */
    public static String shortDigest(String digest) {
        return digest.length() <= 12 ? digest : digest.substring(0, 12);
    }
}
