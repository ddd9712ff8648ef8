package dev.touchstone.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Rows as bytes, little-endian: all features as floats, then all targets, which are labels as integers or numbers as
 * floats.
 */
public final class RowsFormat {
    private static final int NUMBERS_AT_ONCE = 16_384;

    private RowsFormat() {}

    /**
     * How many bytes so many rows take.
     *
     * @throws ArithmeticException when they are more than an array holds
     */
    public static int size(int width, int count) {
        return Math.multiplyExact(Math.addExact(Math.multiplyExact(width, count), count), Float.BYTES);
    }

    /** The rows alone; their width, count and kind of targets are to be kept beside them. */
    public static byte[] write(Rows rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size(rows.width(), rows.count()));
        try {
            write(rows, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when these are not the bytes of so many rows
     */
    public static Rows read(int width, int count, Task.Kind kind, byte[] content) {
        if (content.length != size(width, count)) {
            throw new IllegalArgumentException(content.length + " bytes are not " + count + " rows of " + width);
        }
        return get(ByteBuffer.wrap(content), width, count, kind);
    }

    static void write(Rows rows, OutputStream out) throws IOException {
        write(rows.features(), out);
        if (rows.targets() instanceof Targets.Values values) {
            write(FloatBuffer.wrap(values.numbers()), out);
        } else {
            ByteBuffer bytes = littleEndian(ByteBuffer.allocate(rows.count() * Integer.BYTES));
            bytes.asIntBuffer().put(rows.labels());
            out.write(bytes.array());
        }
    }

    static void write(FloatBuffer numbers, OutputStream out) throws IOException {
        ByteBuffer bytes = littleEndian(ByteBuffer.allocate(NUMBERS_AT_ONCE * Float.BYTES));
        for (int from = 0; from < numbers.limit(); from += NUMBERS_AT_ONCE) {
            int count = Math.min(NUMBERS_AT_ONCE, numbers.limit() - from);
            bytes.asFloatBuffer().put(numbers.slice(from, count));
            out.write(bytes.array(), 0, count * Float.BYTES);
        }
    }

    /** Rows whose features stay where the bytes are. */
    static Rows get(ByteBuffer bytes, int width, int count, Task.Kind kind) {
        FloatBuffer features = floats(bytes, width * count);
        if (kind == Task.Kind.REGRESSION) {
            return new Rows(width, features, new Targets.Values(getFloats(bytes, count)));
        }
        int[] labels = new int[count];
        littleEndian(bytes).asIntBuffer().get(labels);
        bytes.position(bytes.position() + count * Integer.BYTES);
        return new Rows(width, features, new Targets.Classes(labels));
    }

    static float[] getFloats(ByteBuffer bytes, int count) {
        float[] numbers = new float[count];
        floats(bytes, count).get(numbers);
        return numbers;
    }

    private static FloatBuffer floats(ByteBuffer bytes, int count) {
        FloatBuffer floats =
                littleEndian(bytes.slice(bytes.position(), count * Float.BYTES)).asFloatBuffer();
        bytes.position(bytes.position() + count * Float.BYTES);
        return floats;
    }

    private static ByteBuffer littleEndian(ByteBuffer bytes) {
        return bytes.order(ByteOrder.LITTLE_ENDIAN);
    }
}
