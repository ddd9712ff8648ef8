package dev.touchstone.data;

import java.util.List;

/**
 * How rows are divided.
 *
 * @param train share of the rows, above 0; the three shares sum to 1, and mean nothing where a column gives the splits;
 *     where the source comes in parts they are shares of train's
 * @param validation share of the rows; above 0 unless the source has a part for it
 * @param test share of the rows, 0 for none
 * @param by what decides which row goes where
 * @param seed of the draws, where chance decides between rows or groups
 */
public record SplitSpec(double train, double validation, double test, SplitBy by, long seed) {
    public static final SplitSpec DEFAULT = new SplitSpec(0.7, 0.15, 0.15, true, 1);

    /** Rows divided at random. */
    public SplitSpec(double train, double validation, double test, boolean stratify, long seed) {
        this(train, validation, test, new SplitBy.Chance(stratify), seed);
    }

    /** The shares in the order of {@link Split#NAMES}. */
    List<Double> shares() {
        return List.of(train, validation, test);
    }
}
