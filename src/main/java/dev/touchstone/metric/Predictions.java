package dev.touchstone.metric;

/**
 * A network's answers for some rows, row after row.
 *
 * @param classes outputs a row
 * @param probabilities {@code rows() * classes} numbers
 */
@SuppressWarnings("ArrayRecordComponent") // large, owned by whoever reads them, never compared
public record Predictions(int classes, float[] probabilities) {
    public int rows() {
        return probabilities.length / classes;
    }

    /** The most probable class of a row; the first of several equal ones. */
    public int chosen(int row) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (probabilities[row * classes + c] > probabilities[row * classes + best]) {
                best = c;
            }
        }
        return best;
    }
}
