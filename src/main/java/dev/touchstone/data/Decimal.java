package dev.touchstone.data;

/** Numbers as data files write them: plain decimals, without Java's suffixes, hexadecimals or names of no number. */
final class Decimal {
    private static final String CHARACTERS = "0123456789.+-eE";

    private Decimal() {}

    /** The finite number that the whole text writes, or NaN when it writes none. */
    static double parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (CHARACTERS.indexOf(text.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isInfinite(number) ? Double.NaN : number;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
