package dev.touchstone.training;

import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Native arrays that batches are copied into, one pair for each batch size (a full batch, and the last of an epoch).
 * New arrays for every step would wait for the garbage collector, which does not see native memory.
 */
final class BatchArrays implements AutoCloseable {
    private final long[] inputShape;
    private final int outputs;
    private final Task task;
    private final Map<Integer, NativeArray> features = new HashMap<>();
    private final Map<Integer, NativeArray> labels = new HashMap<>();

    /** @param memory of the array, as long as it is open */
    private record NativeArray(INDArray array, FloatBuffer memory) {
        static NativeArray of(int rows, long... ofRow) {
            long[] shape =
                    LongStream.concat(LongStream.of(rows), LongStream.of(ofRow)).toArray();
            INDArray array = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
            FloatPointer start = new FloatPointer(array.data().addressPointer()).capacity(array.length());
            return new NativeArray(array, start.asBuffer());
        }
    }

    /**
     * @param inputShape dimensions of a row as the network takes it
     * @param outputs width of the network's output; with 1, a class itself is the target, else it is one-hot
     */
    BatchArrays(List<Integer> inputShape, int outputs, Task task) {
        this.inputShape = inputShape.stream().mapToLong(Integer::longValue).toArray();
        this.outputs = outputs;
        this.task = task;
    }

    int outputs() {
        return outputs;
    }

    /** Whether the network answers with probabilities of classes. */
    boolean classes() {
        return task instanceof Task.Classification;
    }

    INDArray features(Rows batch) {
        return filled(features, batch.count(), inputShape, batch.features().duplicate());
    }

    INDArray labels(Rows batch) {
        return filled(labels, batch.count(), new long[] {outputs}, FloatBuffer.wrap(targets(batch)));
    }

    /** What the network is to answer. */
    private float[] targets(Rows batch) {
        if (task instanceof Task.Regression regression) {
            return standardised(batch, regression);
        } else if (batch.targets() instanceof Targets.LabelSets sets) {
            return flagged(sets.flags());
        }
        return batch.targets() instanceof Targets.Shares shares ? coded(shares) : coded(batch.labels());
    }

    private static float[] flagged(boolean[] flags) {
        float[] targets = new float[flags.length];
        for (int i = 0; i < flags.length; i++) {
            targets[i] = flags[i] ? 1 : 0;
        }
        return targets;
    }

    private static float[] standardised(Rows batch, Task.Regression regression) {
        float[] targets = ((Targets.Values) batch.targets()).numbers().clone();
        for (int row = 0; row < targets.length; row++) {
            targets[row] = regression.standardised(targets[row]);
        }
        return targets;
    }

    private float[] coded(int[] classes) {
        float[] targets = new float[classes.length * outputs];
        for (int row = 0; row < classes.length; row++) {
            if (outputs == 1) {
                targets[row] = classes[row];
            } else {
                targets[row * outputs + classes[row]] = 1;
            }
        }
        return targets;
    }

    private float[] coded(Targets.Shares shares) {
        float[] targets = new float[shares.count() * outputs];
        for (int row = 0; row < shares.count(); row++) {
            int ofRow = row * shares.classes();
            if (outputs == 1) {
                targets[row] = shares.numbers()[ofRow + shares.classes() - 1];
            } else {
                System.arraycopy(shares.numbers(), ofRow, targets, row * outputs, shares.classes());
            }
        }
        return targets;
    }

    private static INDArray filled(Map<Integer, NativeArray> arrays, int rows, long[] ofRow, FloatBuffer values) {
        NativeArray filled = arrays.computeIfAbsent(rows, count -> NativeArray.of(count, ofRow));
        filled.memory().clear().put(values);
        return filled.array();
    }

    @Override
    public void close() {
        features.values().forEach(array -> array.array().close());
        labels.values().forEach(array -> array.array().close());
    }
}
