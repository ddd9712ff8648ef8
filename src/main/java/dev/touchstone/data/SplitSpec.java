package dev.touchstone.data;

/**
 * How rows are divided.
 *
 * @param train share of the rows, above 0; the three shares sum to 1
 * @param validation share of the rows, above 0
 * @param test share of the rows, 0 for none
 * @param stratify whether each class is divided by these shares
 * @param seed decides which row goes where
 */
public record SplitSpec(double train, double validation, double test, boolean stratify, long seed) {
    public static final SplitSpec DEFAULT = new SplitSpec(0.7, 0.15, 0.15, true, 1);
}
