package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Column;
import dev.touchstone.data.ColumnEncoding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Columns of a table, ignored ones too, by which rows may belong together and be torn apart by the split: texts, flags,
 * and numbers that are whole, as those of identifiers are.
 */
final class GroupColumns {
    /** Where fewer validation rows have rows of their group in train, no notable share of a figure can come from them. */
    private static final double TORN = 0.1;

    /** Beyond them the experiments would take more than seconds. */
    private static final int MOST = 32;

    private GroupColumns() {}

    static List<Grouping> in(CheckedData data) {
        int[] all = IntStream.range(0, data.rows().width()).toArray();
        Stream<Grouping> ignored =
                data.setAside().stream().map(column -> new Grouping(column.column(), column.groups(), false, all));
        return Stream.concat(ignored, features(data))
                .filter(column -> mayBeGroups(column, data))
                .limit(MOST)
                .toList();
    }

    /** None where features are one thing at several places, such as pixels. */
    private static Stream<Grouping> features(CheckedData data) {
        if (data.prepared().shape().size() > 1) {
            return Stream.empty();
        }
        List<ColumnEncoding> columns = data.prepared().encoding().columns();
        int[] starts = new int[columns.size() + 1];
        for (int i = 0; i < columns.size(); i++) {
            starts[i + 1] = starts[i] + columns.get(i).featureNames().size();
        }
        return IntStream.range(0, columns.size())
                .filter(i -> mayIdentify(data, columns.get(i), starts[i]))
                .mapToObj(i -> feature(data, columns.get(i), starts[i], starts[i + 1]));
    }

    /** Numbers with fractions are measured, and identify nothing. */
    private static boolean mayIdentify(CheckedData data, ColumnEncoding column, int start) {
        Float standIn = column.fill();
        return column.kind() != Column.Kind.NUMBER
                || WholeNumbers.areWhole(data, start, standIn == null ? Double.NaN : standIn);
    }

    /** A column whose features are those from one up to another. */
    private static Grouping feature(CheckedData data, ColumnEncoding column, int start, int end) {
        boolean number = column.kind() == Column.Kind.NUMBER;
        return new Grouping(
                column.name(),
                number
                        ? ranks(data, start)
                        : IntStream.range(0, data.count())
                                .map(row -> cell(data, row, start, end))
                                .toArray(),
                number,
                IntStream.range(0, data.rows().width())
                        .filter(feature -> feature < start || feature >= end)
                        .toArray());
    }

    /** Of each row, which of the numbers that there are in the column it has, the smallest being 0. */
    private static int[] ranks(CheckedData data, int feature) {
        double[] values = IntStream.range(0, data.count())
                .mapToDouble(row -> data.value(row, feature))
                .toArray();
        double[] distinct = DoubleStream.of(values).sorted().distinct().toArray();
        return DoubleStream.of(values)
                .mapToInt(value -> Arrays.binarySearch(distinct, value))
                .toArray();
    }

    /** Equal for rows with the same features. */
    private static int cell(CheckedData data, int row, int start, int end) {
        int hash = 1;
        for (int feature = start; feature < end; feature++) {
            hash = 31 * hash + Float.hashCode(data.value(row, feature));
        }
        return hash;
    }

    /** A split by group can keep its shares only when no group is larger than a split. */
    private static boolean mayBeGroups(Grouping column, CheckedData data) {
        int validation = data.prepared().validation().count();
        return column.features().length > 0
                && column.largest() <= validation
                && column.torn(data).length >= TORN * validation;
    }
}
