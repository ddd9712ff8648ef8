package dev.touchstone.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How raw rows become rows of features, column by column; learned from the train split alone. */
public record Encoding(List<ColumnEncoding> columns) {
    static Encoding fit(List<Column> columns, Rows train) {
        List<ColumnEncoding> fitted = new ArrayList<>();
        int from = 0;
        for (Column column : columns) {
            fitted.add(new EncodingFit(column, from, train).fit());
            from += column.width();
        }
        return new Encoding(fitted);
    }

    /** Numbers that are never missing. */
    static Encoding ofNumbers(List<String> names) {
        return new Encoding(names.stream().map(ColumnEncoding::ofNumber).toList());
    }

    /** One name a feature. */
    List<String> featureNames() {
        return columns.stream()
                .flatMap(column -> column.featureNames().stream())
                .toList();
    }

    /** Whether features are the raw numbers themselves, whatever the rows. */
    boolean isIdentity() {
        return columns.stream().allMatch(ColumnEncoding::isIdentity);
    }

    /** What makes features of the columns that this was fitted to. */
    List<ColumnEncoder> encoders(List<Column> described) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> new ColumnEncoder(columns.get(i), described.get(i)))
                .toList();
    }

    /** The rows' features; the given ones stay as they are. */
    Rows apply(Rows raw, List<Column> described) {
        if (isIdentity()) {
            return raw;
        }
        List<ColumnEncoder> encoders = encoders(described);
        int width = encoders.stream().mapToInt(ColumnEncoder::features).sum();
        float[] features = new float[Math.multiplyExact(width, raw.count())];
        for (int row = 0; row < raw.count(); row++) {
            int from = row * raw.width();
            int to = row * width;
            for (ColumnEncoder encoder : encoders) {
                encoder.encode(raw.features(), from, features, to);
                from += encoder.column().width();
                to += encoder.features();
            }
        }
        return new Rows(width, features, raw.targets());
    }
}
