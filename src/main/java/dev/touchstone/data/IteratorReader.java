package dev.touchstone.data;

import dev.touchstone.base.UserError;
import dev.touchstone.data.factory.Batch;
import java.util.ArrayList;
import java.util.List;

/** Gathers the batches of a user's iterator, which must go on as they begin. */
final class IteratorReader {
    /** What is held at once: the batches and all rows; later all rows, and train and validation in one. */
    private static final int HELD = 2;

    private final Source.Iterator source;
    private final String where;
    private final List<Batch> batches = new ArrayList<>();
    private final long most;
    private long values;
    private int rows;

    IteratorReader(Source.Iterator source) {
        this(source, Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / HELD) / Float.BYTES);
    }

    /** @param most values of all rows, beyond which there is no end in sight */
    IteratorReader(Source.Iterator source, long most) {
        this.source = source;
        this.most = most;
        where = source.labelled() + ": ";
    }

    Dataset read() {
        List<String> labelNames = source.factory().read(this::add);
        if (batches.isEmpty()) {
            throw new UserError(where + "found an iterator without a batch, expected rows");
        }
        Batch first = batches.get(0);
        float[] features = new float[Math.multiplyExact(first.width(), rows)];
        float[] labels = new float[Math.multiplyExact(first.labelWidth(), rows)];
        int row = 0;
        for (Batch batch : batches) {
            System.arraycopy(batch.features(), 0, features, row * first.width(), batch.features().length);
            System.arraycopy(batch.labels(), 0, labels, row * first.labelWidth(), batch.labels().length);
            row += batch.rows();
        }
        Labelled labelled =
                new IteratorLabels(source.labelled(), first.labelWidth(), labelNames).read(labels, source.task());
        return new Dataset(
                GridNames.of("x", first.shape()),
                labelled.names(),
                first.shape(),
                new Rows(first.width(), features, labelled.targets()));
    }

    private void add(Batch batch) {
        if (!batches.isEmpty()) {
            requireLike(batches.get(0), batch);
        }
        requireFinite(batch, "feature", batch.width(), batch.features());
        requireFinite(batch, "label", batch.labelWidth(), batch.labels());
        values += batch.features().length;
        if (values > most) {
            throw new UserError(where + "found " + values + " values up to batch " + batch.number()
                    + ", expected at most " + most
                    + " in all; does the iterator come to an end? TOUCHSTONE_JAVA_OPTS=-Xmx4g"
                    + " allows for more");
        }
        rows += batch.rows();
        batches.add(batch);
    }

    private void requireLike(Batch first, Batch batch) {
        if (!batch.shape().equals(first.shape())) {
            throw new UserError(where + "batch " + batch.number() + ": found rows of shape " + batch.shape()
                    + ", expected " + first.shape() + " as in the first batch");
        }
        if (batch.labelWidth() != first.labelWidth()) {
            throw new UserError(where + "batch " + batch.number() + ": found " + batch.labelWidth()
                    + " labels a row, expected " + first.labelWidth() + " as in the first batch");
        }
    }

    /** Names the row by its number among all, from 1, as findings do. */
    private void requireFinite(Batch batch, String what, int width, float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Float.isFinite(numbers[i])) {
                throw new UserError(where + "batch " + batch.number() + ", row " + (rows + i / width + 1) + " of all: "
                        + what + " " + i % width + " is " + numbers[i] + ", expected a finite number");
            }
        }
    }
}
