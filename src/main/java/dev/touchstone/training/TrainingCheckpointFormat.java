package dev.touchstone.training;

import dev.touchstone.metric.Predictions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A training checkpoint as little-endian bytes: a magic number with the format's version, the numbers, the watched values,
 * the losses, three parts with their lengths (present state, best state, best predictions), and a CRC-32C over all before it.
 */
final class TrainingCheckpointFormat {
    private static final int MAGIC = 0x54544333; // "TTC3"
    private static final int INTS = 8;
    private static final int DOUBLES = 4;
    private static final int PARTS = 3;

    private TrainingCheckpointFormat() {}

    static byte[] write(TrainingCheckpoint checkpoint) {
        List<byte[]> parts = List.of(
                checkpoint.learner().toBytes(),
                checkpoint.best().toBytes(),
                checkpoint.bestPredictions().toBytes());
        int size = Integer.BYTES * (INTS + PARTS)
                + Double.BYTES
                        * (DOUBLES
                                + checkpoint.watched().size()
                                + checkpoint.losses().size())
                + parts.stream().mapToInt(part -> part.length).sum()
                + Long.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MAGIC).putInt(checkpoint.epochs()).putInt(checkpoint.iterations());
        BestSoFar best = checkpoint.bestSoFar();
        bytes.putInt(best.epoch()).putDouble(best.value());
        Plateau.Progress plateau = checkpoint.plateau();
        bytes.putDouble(plateau.best()).putInt(plateau.without()).putInt(plateau.reductions());
        bytes.putDouble(checkpoint.lastLoss()).putDouble(checkpoint.seconds());
        put(checkpoint.watched(), bytes);
        put(checkpoint.losses(), bytes);
        parts.forEach(part -> bytes.putInt(part.length).put(part));
        bytes.putLong(checksum(bytes.array()));
        return bytes.array();
    }

    private static void put(List<Double> numbers, ByteBuffer bytes) {
        bytes.putInt(numbers.size());
        numbers.forEach(bytes::putDouble);
    }

    static TrainingCheckpoint read(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < Integer.BYTES + Long.BYTES || bytes.getInt() != MAGIC) {
            throw new IllegalArgumentException("not a training checkpoint of this version");
        }
        if (bytes.getLong(content.length - Long.BYTES) != checksum(content)) {
            throw new IllegalArgumentException("a training checkpoint that was damaged");
        }
        int epochs = bytes.getInt();
        int iterations = bytes.getInt();
        BestSoFar bestSoFar = new BestSoFar(bytes.getInt(), bytes.getDouble());
        Plateau.Progress plateau = new Plateau.Progress(bytes.getDouble(), bytes.getInt(), bytes.getInt());
        double lastLoss = bytes.getDouble();
        double seconds = bytes.getDouble();
        List<Double> watched = numbers(bytes);
        List<Double> losses = numbers(bytes);
        LearnerState learner = LearnerState.fromBytes(part(bytes));
        LearnerState best = LearnerState.fromBytes(part(bytes));
        Predictions predictions = Predictions.fromBytes(part(bytes));
        return new TrainingCheckpoint(
                epochs, iterations, losses, lastLoss, watched, bestSoFar, plateau, learner, best, predictions, seconds);
    }

    private static List<Double> numbers(ByteBuffer bytes) {
        int count = bytes.getInt();
        List<Double> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(bytes.getDouble());
        }
        return List.copyOf(numbers);
    }

    private static byte[] part(ByteBuffer bytes) {
        byte[] part = new byte[bytes.getInt()];
        bytes.get(part);
        return part;
    }

    /** Of all but the last eight bytes. */
    private static long checksum(byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content, 0, content.length - Long.BYTES);
        return checksum.getValue();
    }
}
