package dev.touchstone.data;

import java.util.Arrays;
import java.util.Optional;

/** The cells of a column that is no feature, as they come. */
final class SetAsideCells {
    private static final int FIRST_CELLS = 64;

    private final String column;
    private final int position;
    private int[] groups = new int[FIRST_CELLS];
    private double[] times = new double[FIRST_CELLS];
    private int count;
    private boolean dated = true;

    /** @param position of the column in the source, from 0 */
    SetAsideCells(String column, int position) {
        this.column = column;
        this.position = position;
    }

    int position() {
        return position;
    }

    void add(String cell) {
        if (count == groups.length) {
            groups = Arrays.copyOf(groups, 2 * count);
            times = Arrays.copyOf(times, dated ? 2 * count : 0);
        }
        if (dated) {
            Optional<Moment> moment = Moment.parse(cell).filter(Moment::dated);
            dated = moment.isPresent();
            times[count] = moment.map(Moment::value).orElse(0.0);
        }
        groups[count++] = cell.hashCode();
    }

    SetAside all() {
        return new SetAside(column, Arrays.copyOf(groups, count), Arrays.copyOf(times, dated ? count : 0));
    }
}
