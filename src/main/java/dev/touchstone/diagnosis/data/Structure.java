package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import dev.touchstone.data.ColumnEncoding;
import dev.touchstone.data.Rows;
import java.util.List;
import java.util.stream.IntStream;

/** How much more alike rows are than their features by themselves would make them. */
final class Structure {
    /** Enough rows for a mean of nearest distances, at a cost of milliseconds. */
    private static final int MOST_ROWS = 300;

    private Structure() {}

    /**
     * By what share a row's nearest train row is nearer than it would be if each column were dealt out anew among the rows:
     * about 0 where columns have nothing to do with each other, as in noise; NaN for too few rows to tell.
     */
    static double of(RowSample sample, Seed seed) {
        int count = Math.min(MOST_ROWS, sample.train());
        if (count < 2) {
            return Double.NaN;
        }
        Rows rows = sample.rows().range(0, count);
        Rows dealt = dealt(rows, columns(sample), seed.derive("deal"));
        return 1 - nearest(rows, seed) / nearest(dealt, seed);
    }

    /** Of each feature, which column of the source it is of. */
    private static int[] columns(RowSample sample) {
        List<ColumnEncoding> columns = sample.data().encoding().columns();
        int[] numbers = IntStream.range(0, columns.size())
                .flatMap(column -> columns.get(column).featureNames().stream().mapToInt(feature -> column))
                .toArray();
        int width = sample.rows().width();
        return numbers.length == width ? numbers : IntStream.range(0, width).toArray();
    }

    private static Rows dealt(Rows rows, int[] columns, Seed seed) {
        float[] own = rows.numbers();
        float[] dealt = new float[own.length];
        int[] order = {};
        for (int feature = 0; feature < rows.width(); feature++) {
            if (feature == 0 || columns[feature] != columns[feature - 1]) {
                order = seed.derive("feature", feature).permutation(rows.count());
            }
            for (int row = 0; row < order.length; row++) {
                dealt[row * rows.width() + feature] = own[order[row] * rows.width() + feature];
            }
        }
        return new Rows(rows.width(), dealt, rows.targets());
    }

    private static double nearest(Rows rows, Seed seed) {
        int[] members = IntStream.range(0, rows.count()).toArray();
        int[] features = IntStream.range(0, rows.width()).toArray();
        RowDistances distances = new RowDistances(rows, members, features, seed.derive("projection"));
        double sum = 0;
        for (int row : members) {
            float[] squared = distances.from(row);
            int nearest = Smallest.of(squared, other -> other != row, 1)[0];
            sum += Math.sqrt(squared[nearest]);
        }
        return sum / members.length;
    }
}
