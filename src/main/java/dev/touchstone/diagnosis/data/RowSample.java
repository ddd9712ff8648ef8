package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import dev.touchstone.data.ColumnEncoding;
import dev.touchstone.data.DataPreparation.Prepared;
import dev.touchstone.data.Normaliser;
import dev.touchstone.data.Origin;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.data.TestOverlap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of train, then some of validation.
 *
 * @param rows of both
 * @param train how many of them are of train
 */
record RowSample(PreparedData data, Rows rows, int train) {
    /** Enough for a tenth of them to be told from a twentieth, and few enough for the distances between all of them. */
    private static final int MOST_TRAIN = 800;

    private static final int MOST_VALIDATION = 400;

    static RowSample of(PreparedData data, Seed seed) {
        return of(data, MOST_TRAIN, MOST_VALIDATION, seed);
    }

    /** Of so many rows at most. */
    static RowSample of(PreparedData data, int mostTrain, int mostValidation, Seed seed) {
        Rows train = drawn(data.train(), mostTrain, seed.derive("train"));
        Rows validation = drawn(data.validation(), mostValidation, seed.derive("validation"));
        return new RowSample(data, train.followedBy(validation), train.count());
    }

    private static Rows drawn(Rows rows, int most, Seed seed) {
        int[] order = seed.permutation(rows.count());
        return rows.select(Arrays.copyOf(order, Math.min(most, order.length)));
    }

    int count() {
        return rows.count();
    }

    int validation() {
        return count() - train;
    }

    boolean isTrain(int row) {
        return row < train;
    }

    /**
     * Windows of a series as what they differ by from their last value, targets too: a naive forecast is then the best constant,
     * and near windows are of one shape wherever the series was. The differences are in the series' unit.
     */
    RowSample fromLastValues() {
        int width = rows.width();
        Normaliser normaliser = data.normaliser();
        float[] numbers = ((Targets.Values) rows.targets()).numbers();
        float[] features = new float[count() * width];
        float[] targets = new float[count()];
        for (int row = 0; row < count(); row++) {
            float last = raw(normaliser, row, width - 1);
            for (int i = 0; i < width; i++) {
                features[row * width + i] = raw(normaliser, row, i) - last;
            }
            targets[row] = numbers[row] - last;
        }
        return new RowSample(data, new Rows(width, features, new Targets.Values(targets)), train);
    }

    /** The same rows by the columns that are one feature each, as numbers are and texts are not; null where all are, or none. */
    @Nullable
    RowSample ofSingleFeatures() {
        int width = rows.width();
        List<Integer> single = new ArrayList<>();
        int feature = 0;
        for (ColumnEncoding column : data.encoding().columns()) {
            int features = column.featureNames().size();
            if (features == 1) {
                single.add(feature);
            }
            feature += features;
        }
        if (feature != width || single.size() == width || single.isEmpty()) {
            return null;
        }
        float[] numbers = new float[count() * single.size()];
        for (int row = 0; row < count(); row++) {
            for (int i = 0; i < single.size(); i++) {
                numbers[row * single.size() + i] = rows.features().get(row * width + single.get(i));
            }
        }
        return new RowSample(data, new Rows(single.size(), numbers, rows.targets()), train);
    }

    private float raw(Normaliser normaliser, int row, int feature) {
        return rows.features().get(row * rows.width() + feature) * normaliser.scale()[feature]
                + normaliser.offset()[feature];
    }

    /** As data checks look at rows, with no source to name them by. */
    CheckedData checked(Seed seed) {
        return checked(count(), seed);
    }

    /** The same of train rows only. */
    CheckedData checkedTrain(Seed seed) {
        return checked(train, seed);
    }

    private CheckedData checked(int to, Seed seed) {
        PreparedData drawn = data.with(rows.range(0, train), rows.range(train, to));
        Origin nowhere = new Origin(
                IntStream.range(0, train).toArray(),
                IntStream.range(train, to).toArray(),
                List.of(),
                List.of(),
                List.of(),
                new TestOverlap(0, new int[0]));
        return new CheckedData(new Prepared(drawn, rows.range(0, to), Optional.empty(), nowhere), seed);
    }

    /** The share of features that are the same in all train rows. */
    double constantFeatures() {
        int width = rows.width();
        return IntStream.range(0, width)
                        .filter(feature -> IntStream.range(1, train)
                                .allMatch(row -> rows.features().get(row * width + feature)
                                        == rows.features().get(feature)))
                        .count()
                / (double) width;
    }

    /** The share of validation rows whose class no train row has; 0 where there are no classes. */
    double unknownClass() {
        if (!(data.train().targets() instanceof Targets.Classes known)) {
            return 0;
        }
        Set<Integer> classes = Arrays.stream(known.labels()).boxed().collect(Collectors.toSet());
        int[] asked = data.validation().labels();
        return asked.length == 0
                ? 0
                : Arrays.stream(asked).filter(label -> !classes.contains(label)).count() / (double) asked.length;
    }
}
