package dev.touchstone.diagnosis.data;

import java.util.stream.IntStream;

/** Features that are whole numbers in the source, as identifiers are. */
final class WholeNumbers {
    /** Beyond it a float no longer tells whole numbers apart, once it was normalised and back. */
    private static final double LARGEST_ERROR = 0.1;

    private WholeNumbers() {}

    static boolean isWhole(CheckedData data, int row, int feature) {
        double raw = data.raw(row, feature);
        return isNear(data, row, feature, Math.rint(raw));
    }

    /** Whether a feature is a whole number in each row, but for what stands in for missing ones. */
    static boolean areWhole(CheckedData data, int feature, double standIn) {
        return IntStream.range(0, data.count())
                .allMatch(row -> isWhole(data, row, feature) || isNear(data, row, feature, standIn));
    }

    private static boolean isNear(CheckedData data, int row, int feature, double number) {
        return Math.abs(data.raw(row, feature) - number) <= error(data, row, feature);
    }

    /** How far from the value in the source {@link CheckedData#raw} may be. */
    private static double error(CheckedData data, int row, int feature) {
        double scale = data.prepared().normaliser().scale()[feature];
        return Math.min(
                LARGEST_ERROR,
                Math.ulp((float) data.raw(row, feature)) + 2 * scale * Math.ulp(data.value(row, feature)));
    }
}
