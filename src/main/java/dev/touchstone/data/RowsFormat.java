package dev.touchstone.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Rows as bytes, little-endian: all features as floats, then all targets, which are labels as integers or numbers as
 * floats.
 */
public final class RowsFormat {
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
        ByteBuffer bytes = ByteBuffer.allocate(size(rows.width(), rows.count()));
        put(bytes, rows);
        return bytes.array();
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

    static void put(ByteBuffer bytes, Rows rows) {
        put(bytes, rows.features());
        if (rows.targets() instanceof Targets.Values values) {
            put(bytes, values.numbers());
        } else {
            bytes.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(rows.labels());
            bytes.position(bytes.position() + rows.count() * Integer.BYTES);
        }
    }

    static Rows get(ByteBuffer bytes, int width, int count, Task.Kind kind) {
        float[] features = getFloats(bytes, width * count);
        if (kind == Task.Kind.REGRESSION) {
            return new Rows(width, features, new Targets.Values(getFloats(bytes, count)));
        }
        int[] labels = new int[count];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(labels);
        bytes.position(bytes.position() + count * Integer.BYTES);
        return new Rows(width, features, labels);
    }

    static void put(ByteBuffer bytes, float[] numbers) {
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(numbers);
        bytes.position(bytes.position() + numbers.length * Float.BYTES);
    }

    static float[] getFloats(ByteBuffer bytes, int count) {
        float[] numbers = new float[count];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
        bytes.position(bytes.position() + count * Float.BYTES);
        return numbers;
    }
}
