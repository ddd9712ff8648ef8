package dev.touchstone.data;

/**
 * A column of the source that is no feature. Its cells are not kept, only whether two of them are the same and, of dates,
 * which is the earlier: enough to see whether a split tears apart what belongs together.
 *
 * @param groups of each row; equal for equal cells, and but for chance (one in 2^32) for no others
 * @param times of each row, in seconds since 1970; none where a cell is no date
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the data set, never compared
public record SetAside(String column, int[] groups, double[] times) {
    /** Those of some rows, in their order. */
    SetAside select(int[] rows) {
        int[] chosen = new int[rows.length];
        double[] then = new double[times.length == 0 ? 0 : rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = groups[rows[i]];
        }
        for (int i = 0; i < then.length; i++) {
            then[i] = times[rows[i]];
        }
        return new SetAside(column, chosen, then);
    }
}
