package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import dev.touchstone.data.DataPreparation.Prepared;
import dev.touchstone.data.Division;
import dev.touchstone.data.Origin;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import dev.touchstone.data.SetAside;
import dev.touchstone.data.TestOverlap;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Train and validation rows in one list, train first, as data checks look at them. */
final class CheckedData {
    private final PreparedData prepared;
    private final TestOverlap overlap;
    private final Rows rows;
    private final int[] sourceRows;
    private final List<String> files;
    private final List<Origin.Part> parts;
    private final List<SetAside> setAside;
    private final Seed seed;
    private @Nullable Neighbourhood neighbourhood;

    /** @param seed every draw of a check derives from it */
    CheckedData(Prepared data, Seed seed) {
        this.prepared = data.data();
        this.overlap = data.origin().overlap();
        this.rows = data.rows();
        this.sourceRows = IntStream.concat(
                        IntStream.of(data.origin().train()),
                        IntStream.of(data.origin().validation()))
                .toArray();
        this.files = data.origin().files();
        this.parts = data.origin().parts();
        this.setAside = data.origin().setAside();
        this.seed = seed;
    }

    PreparedData prepared() {
        return prepared;
    }

    TestOverlap overlap() {
        return overlap;
    }

    /** All rows, normalised. */
    Rows rows() {
        return rows;
    }

    Seed seed() {
        return seed;
    }

    int count() {
        return rows.count();
    }

    /** The row's class, where the task has classes. */
    int label(int row) {
        return rows.labels()[row];
    }

    float value(int row, int feature) {
        return rows.features().get(row * rows.width() + feature);
    }

    /** A value as it is in the source, but for what normalising and back loses. */
    double raw(int row, int feature) {
        return (double) value(row, feature) * prepared.normaliser().scale()[feature]
                + prepared.normaliser().offset()[feature];
    }

    boolean isTrain(int row) {
        return row < prepared.train().count();
    }

    /** Whether the splits are of other times or groups, so that a difference between them is no mistake. */
    boolean dividedByNature() {
        return prepared.task().forecasts()
                || prepared.division() instanceof Division.Groups
                || prepared.division() instanceof Division.Times;
    }

    /** The row's place in the source, from 0. */
    int sourceRow(int row) {
        return sourceRows[row];
    }

    /** All rows, in the order of the source. */
    int[] inSourceOrder() {
        return IntStream.range(0, count())
                .boxed()
                .sorted(Comparator.comparingInt(this::sourceRow))
                .mapToInt(row -> row)
                .toArray();
    }

    /** The columns that the spec ignores; their rows are all rows. */
    List<SetAside> setAside() {
        return setAside;
    }

    /** Whether the source has an order of rows; files in folders have none. */
    boolean isOrdered() {
        return files.isEmpty();
    }

    /**
     * What users find the rows by: their files, or their numbers in the source or its part, from 1; in the order of the
     * source.
     */
    List<?> named(IntStream chosen) {
        return chosen.boxed()
                .sorted(Comparator.comparingInt(this::sourceRow))
                .<Object>map(row -> files.isEmpty() ? numbered(sourceRow(row)) : files.get(row))
                .toList();
    }

    private Object numbered(int place) {
        return parts.stream()
                .filter(part -> part.first() <= place)
                .reduce((earlier, later) -> later)
                .<Object>map(part -> part.split() + " " + (place - part.first() + 1))
                .orElse(place + 1);
    }

    /** The nearest neighbours of each row; found when they are first asked for. */
    Neighbourhood neighbourhood() {
        if (neighbourhood == null) {
            neighbourhood = Neighbourhood.of(this, seed.derive("neighbours"));
        }
        return neighbourhood;
    }
}
