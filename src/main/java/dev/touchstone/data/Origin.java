package dev.touchstone.data;

import java.util.List;

/**
 * Where prepared rows come from, so that what is said of one can name its row in the source.
 *
 * @param train the row of the source that each train row is, from 0; rows dropped for a missing cell do not count
 * @param validation the same of each validation row
 * @param files the file of each train row, then of each validation row; none where a row is not a file of its own
 * @param parts of the source that train and validation rows may be of; none where it is whole
 * @param setAside the columns that the spec ignores, of each train row, then of each validation row
 * @param overlap what train shares with the test split
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the data set, read once, never compared
public record Origin(
        int[] train,
        int[] validation,
        List<String> files,
        List<Part> parts,
        List<SetAside> setAside,
        TestOverlap overlap) {
    /**
     * Rows that have a source of their own.
     *
     * @param split that they are for
     * @param first the place of the first one among all rows
     */
    public record Part(String split, int first) {}
}
