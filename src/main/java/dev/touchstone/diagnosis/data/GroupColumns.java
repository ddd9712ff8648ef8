package dev.touchstone.diagnosis.data;

import dev.touchstone.data.ColumnEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Columns of a table, ignored ones too, by which rows may belong together and be torn apart by the split. */
final class GroupColumns {
    /** Where fewer validation rows have rows of their group in train, no notable share of a figure can come from them. */
    private static final double TORN = 0.1;

    /** Beyond them the search would take more than seconds. */
    private static final int MOST = 32;

    private GroupColumns() {}

    static List<Grouping> in(CheckedData data) {
        int[] all = IntStream.range(0, data.rows().width()).toArray();
        List<Grouping> columns = new ArrayList<>();
        data.setAside().forEach(column -> columns.add(new Grouping(column.column(), column.groups(), all)));
        if (data.prepared().shape().size() == 1) {
            columns.addAll(features(data));
        }
        return columns.stream()
                .filter(column -> mayBeGroups(column, data))
                .limit(MOST)
                .toList();
    }

    private static List<Grouping> features(CheckedData data) {
        List<Grouping> columns = new ArrayList<>();
        int from = 0;
        for (ColumnEncoding column : data.prepared().encoding().columns()) {
            int start = from;
            int end = start + column.featureNames().size();
            int[] others = IntStream.range(0, data.rows().width())
                    .filter(feature -> feature < start || feature >= end)
                    .toArray();
            if (others.length > 0) {
                columns.add(new Grouping(column.name(), groups(data, row -> cell(data, row, start, end)), others));
            }
            from = end;
        }
        return columns;
    }

    private static int[] groups(CheckedData data, IntUnaryOperator cell) {
        return IntStream.range(0, data.count()).map(cell).toArray();
    }

    /** Equal for rows that have the same features from one up to another. */
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
        return column.largest() <= validation && column.torn(data).length >= TORN * validation;
    }
}
