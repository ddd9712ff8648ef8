package dev.touchstone.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/**
 * Rows as bytes, little-endian: all features as floats, then all targets, which are classes as integers, numbers as floats,
 * or for each label of a row a 1 or a 0 as an integer.
 */
public final class RowsFormat {
    private static final int NUMBERS_AT_ONCE = 16_384;

    private RowsFormat() {}

    /**
     * How many bytes so many rows take.
     *
     * @throws ArithmeticException when they are more than an array holds
     */
    public static int size(int width, int count, TargetLayout targets) {
        return Math.multiplyExact(Math.multiplyExact(Math.addExact(width, targets.numbers()), count), Float.BYTES);
    }

    /** The rows alone; their width, count and layout of targets are to be kept beside them. */
    public static byte[] write(Rows rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(
                size(rows.width(), rows.count(), rows.targets().layout()));
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
    public static Rows read(int width, int count, TargetLayout targets, byte[] content) {
        if (content.length != size(width, count, targets)) {
            throw new IllegalArgumentException(content.length + " bytes are not " + count + " rows of " + width);
        }
        return get(ByteBuffer.wrap(content), width, count, targets);
    }

    static void write(Rows rows, OutputStream out) throws IOException {
        write(rows.features(), out);
        if (rows.targets() instanceof Targets.Values values) {
            write(FloatBuffer.wrap(values.numbers()), out);
        } else if (rows.targets() instanceof Targets.LabelSets sets) {
            write(ints(sets.flags()), out);
        } else {
            write(rows.labels(), out);
        }
    }

    static void write(int[] numbers, OutputStream out) throws IOException {
        ByteBuffer bytes = littleEndian(ByteBuffer.allocate(Math.multiplyExact(numbers.length, Integer.BYTES)));
        bytes.asIntBuffer().put(numbers);
        out.write(bytes.array());
    }

    private static int[] ints(boolean[] flags) {
        return IntStream.range(0, flags.length).map(i -> flags[i] ? 1 : 0).toArray();
    }

    private static boolean[] flags(int[] ints) {
        boolean[] flags = new boolean[ints.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = ints[i] != 0;
        }
        return flags;
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
    static Rows get(ByteBuffer bytes, int width, int count, TargetLayout layout) {
        FloatBuffer features = floats(bytes, width * count);
        Targets targets = switch (layout.kind()) {
            case CLASSIFICATION -> new Targets.Classes(getInts(bytes, count));
            case REGRESSION -> new Targets.Values(getFloats(bytes, count));
            case MULTI_LABEL ->
                new Targets.LabelSets(layout.numbers(), flags(getInts(bytes, count * layout.numbers())));
        };
        return new Rows(width, features, targets);
    }

    private static int[] getInts(ByteBuffer bytes, int count) {
        int[] numbers = new int[count];
        littleEndian(bytes).asIntBuffer().get(numbers);
        bytes.position(bytes.position() + count * Integer.BYTES);
        return numbers;
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
