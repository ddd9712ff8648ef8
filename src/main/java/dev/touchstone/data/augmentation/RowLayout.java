package dev.touchstone.data.augmentation;

import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import java.util.List;

/** What augmentation knows of the rows: how their features lie, and what stands for nothing in each of them. */
public record RowLayout(PreparedData data) {
    /**
     * Of images.
     *
     * @throws IndexOutOfBoundsException when rows have another shape
     */
    public Grid grid() {
        List<Integer> shape = data.shape();
        return new Grid(shape.get(0), shape.get(1), shape.get(2));
    }

    /**
     * Of signals and sequences.
     *
     * @throws IndexOutOfBoundsException when rows have another shape
     */
    public Series series() {
        return new Series(data.shape().get(0), data.shape().get(1));
    }

    /** Features of a row. */
    public int width() {
        return data.train().width();
    }

    /**
     * A pixel that is not there, as normalised: raw 0, which is black, and the ground that scanned digits and cut-out things
     * stand on.
     */
    public float[] blank() {
        return data.normaliser()
                .apply(new Rows(width(), new float[width()], new int[1]))
                .numbers();
    }

    /** Each feature's mean over the train split, as normalised. */
    public float[] means() {
        Rows train = data.train();
        double[] sums = new double[train.width()];
        for (int i = 0; i < train.features().limit(); i++) {
            sums[i % sums.length] += train.features().get(i);
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / train.count());
        }
        return means;
    }
}
