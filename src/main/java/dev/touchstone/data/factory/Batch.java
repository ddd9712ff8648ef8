package dev.touchstone.data.factory;

import java.util.List;

/**
 * What an iterator gave at once.
 *
 * @param number of the batch, from 1
 * @param shape dimensions of one row
 * @param features row after row, the last dimension fastest
 * @param labelWidth how many labels a row has
 * @param labels row after row
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record Batch(int number, List<Integer> shape, float[] features, int labelWidth, float[] labels) {
    public int rows() {
        return labels.length / labelWidth;
    }

    /** Features in a row. */
    public int width() {
        return features.length / rows();
    }
}
