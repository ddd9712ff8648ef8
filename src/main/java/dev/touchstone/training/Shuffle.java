package dev.touchstone.training;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import java.util.Arrays;

/**
 * Deals rows into batches, in a new order every epoch; each row comes once an epoch and the last batch may be smaller.
 * An epoch's order depends on nothing but the seed and the epoch.
 *
 * @param batchSize rows of a batch; from 1
 */
public record Shuffle(Rows rows, int batchSize, Seed seed) {
    public int batchesAnEpoch() {
        return (rows.count() + batchSize - 1) / batchSize;
    }

    /** The order of rows in an epoch. */
    public int[] order(int epoch) {
        return seed.derive("shuffle", epoch).permutation(rows.count());
    }

    /** A batch of an epoch's order, counted from 0. */
    public Rows batch(int[] order, int batch) {
        int from = batch * batchSize;
        return rows.select(Arrays.copyOfRange(order, from, Math.min(order.length, from + batchSize)));
    }
}
