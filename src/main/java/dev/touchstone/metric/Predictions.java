package dev.touchstone.metric;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

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

    /** The predictions as bytes: the number of classes, then the probabilities, little-endian. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Float.BYTES * probabilities.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(classes);
        bytes.asFloatBuffer().put(probabilities);
        return bytes.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when the bytes are something else
     */
    public static Predictions fromBytes(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int classes = bytes.remaining() < Integer.BYTES ? 0 : bytes.getInt();
        if (classes < 1 || bytes.remaining() % ((long) classes * Float.BYTES) != 0) {
            throw new IllegalArgumentException("not predictions");
        }
        float[] probabilities = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(probabilities);
        return new Predictions(classes, probabilities);
    }

    /** The rows of one part after those of another; all are of the same classes, and there is at least one. */
    public static Predictions joined(List<Predictions> parts) {
        FloatBuffer all = FloatBuffer.allocate(
                parts.stream().mapToInt(part -> part.probabilities.length).sum());
        parts.forEach(part -> all.put(part.probabilities));
        return new Predictions(parts.get(0).classes, all.array());
    }

    /** The probability that a row is of a class. */
    public float probability(int row, int label) {
        return probabilities[row * classes + label];
    }

    /** The most probable class of a row; the first of several equal ones. */
    public int chosen(int row) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (probability(row, c) > probability(row, best)) {
                best = c;
            }
        }
        return best;
    }

    /** Whether all numbers of a row are finite. */
    public boolean isFinite(int row) {
        for (int c = 0; c < classes; c++) {
            if (!Float.isFinite(probability(row, c))) {
                return false;
            }
        }
        return true;
    }
}
