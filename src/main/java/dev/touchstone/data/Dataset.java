package dev.touchstone.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a source, as read: raw values, not yet split, encoded or normalised.
 *
 * @param columns of the features, in their order
 * @param classNames the label's values in ascending order (numbers by value, else text), a row's label is its index here;
 *     or the labels that a row may have, in the order of its flags; none where the label is a number
 * @param shape dimensions of one row, such as {@code [64]} or {@code [1, 8, 8]}; their product is the rows' width
 * @param rows the rows in the order of the source; what their numbers mean, the columns say
 * @param deciding each row's cell of the column that decides its split; none when chance decides
 * @param dropped how many rows the source has besides, left out for a missing cell
 * @param files the file of each row, below the source's folder; none where a row is not a file of its own
 * @param setAside the columns that the spec ignores
 * @param series what the rows have of series
 */
public record Dataset(
        List<Column> columns,
        List<String> classNames,
        List<Integer> shape,
        Rows rows,
        List<String> deciding,
        int dropped,
        List<String> files,
        List<SetAside> setAside,
        Series series) {
    /**
     * What rows have of series.
     *
     * @param forecast what the target is a later value of; null where it is something else
     * @param notes what the user should know of how series became rows, one line each
     */
    record Series(Task.@Nullable Forecast forecast, List<String> notes) {
        static final Series NONE = new Series(null, List.of());
    }

    /** Rows of files or tables. */
    public Dataset(
            List<Column> columns,
            List<String> classNames,
            List<Integer> shape,
            Rows rows,
            List<String> deciding,
            int dropped,
            List<String> files) {
        this(columns, classNames, shape, rows, deciding, dropped, files, List.of(), Series.NONE);
    }

    /** Rows of a table. */
    public Dataset(
            List<Column> columns,
            List<String> classNames,
            List<Integer> shape,
            Rows rows,
            List<String> deciding,
            int dropped) {
        this(columns, classNames, shape, rows, deciding, dropped, List.of());
    }

    /** Whole rows of numbers that chance divides. */
    public Dataset(List<String> featureNames, List<String> classNames, List<Integer> shape, Rows rows) {
        this(Column.numbers(featureNames), classNames, shape, rows, List.of(), 0);
    }

    /** A name for each number of a raw row. */
    public List<String> featureNames() {
        return columns.stream().flatMap(column -> column.rawNames().stream()).toList();
    }

    /** What is to be predicted, fitted to the targets of the train split. */
    Task task(Targets train) {
        if (train instanceof Targets.Values values) {
            return Task.Regression.fit(values, series.forecast());
        }
        return train instanceof Targets.LabelSets
                ? new Task.MultiLabel(classNames)
                : new Task.Classification(classNames);
    }

    Dataset shaped(List<Integer> other) {
        return new Dataset(columns, classNames, List.copyOf(other), rows, deciding, dropped, files, setAside, series);
    }
}
