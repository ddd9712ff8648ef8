package dev.touchstone.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * All that a learner needs to go on.
 *
 * @param parameters in DL4J's order
 * @param optimiser the optimiser's state in DL4J's order; empty for one that has none
 * @param iterations steps taken, which Adam's bias correction depends on
 */
@SuppressWarnings("ArrayRecordComponent") // large, owned by whoever reads it, never compared
public record LearnerState(float[] parameters, float[] optimiser, int iterations) {
    private static final int MAGIC = 0x544C5331; // "TLS1"
    private static final int HEADER_INTS = 4;

    /** The state as little-endian bytes: a magic number, the counts, and the numbers. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (HEADER_INTS + parameters.length + optimiser.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MAGIC).putInt(iterations).putInt(parameters.length).putInt(optimiser.length);
        bytes.asFloatBuffer().put(parameters).put(optimiser);
        return bytes.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when the bytes are something else
     */
    public static LearnerState fromBytes(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < Integer.BYTES * HEADER_INTS || bytes.getInt() != MAGIC) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        int iterations = bytes.getInt();
        int parameterCount = bytes.getInt();
        int optimiserCount = bytes.getInt();
        if (parameterCount < 0
                || optimiserCount < 0
                || bytes.remaining() != (long) Float.BYTES * ((long) parameterCount + optimiserCount)) {
            throw new IllegalArgumentException("a checkpoint of another length than it says");
        }
        float[] parameters = new float[parameterCount];
        float[] optimiser = new float[optimiserCount];
        bytes.asFloatBuffer().get(parameters).get(optimiser);
        return new LearnerState(parameters, optimiser, iterations);
    }
}
