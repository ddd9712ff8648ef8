package dev.touchstone.base;

import java.util.Locale;

/** A number as people read it: four significant digits at most; the same on every machine, whatever its locale. */
public final class ShortNumber {
    /** Below and from here a number is written with an exponent. */
    private static final double SMALLEST_PLAIN = 1e-3;

    private static final double SMALLEST_EXPONENT = 1e6;

    private ShortNumber() {}

    /** {@code 0.9815}, {@code 3.2e-5}, {@code 64}; NaN and infinities by their Java names. */
    public static String of(double number) {
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < SMALLEST_EXPONENT) {
            return Long.toString((long) number);
        }
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        if (size < SMALLEST_PLAIN || size >= SMALLEST_EXPONENT) {
            return withExponent(number);
        }
        int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        return withoutTrailingZeros(String.format(Locale.ROOT, "%." + decimals + "f", number));
    }

    private static String withExponent(double number) {
        String[] parts = String.format(Locale.ROOT, "%.2e", number).split("e");
        return withoutTrailingZeros(parts[0]) + "e" + Integer.parseInt(parts[1]);
    }

    private static String withoutTrailingZeros(String number) {
        return number.contains(".") ? number.replaceAll("\\.?0+$", "") : number;
    }
}
