package dev.touchstone.metric;

import dev.touchstone.data.Targets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * A network's answers for some rows, row after row: a probability for each class or each label, or one number in the
 * target's own unit.
 *
 * @param answers numbers a row
 * @param numbers {@code rows() * answers} of them
 */
@SuppressWarnings("ArrayRecordComponent") // large, owned by whoever reads them, never compared
public record Predictions(int answers, float[] numbers) {
    /** Labels are told one by one, so that each is had or not, whichever is likelier. */
    private static final float LIKELY = 0.5f;

    public int rows() {
        return numbers.length / answers;
    }

    /** The predictions as bytes: how many numbers a row has, then the numbers, little-endian. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Float.BYTES * numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(answers);
        bytes.asFloatBuffer().put(numbers);
        return bytes.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when the bytes are something else
     */
    public static Predictions fromBytes(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int answers = bytes.remaining() < Integer.BYTES ? 0 : bytes.getInt();
        if (answers < 1 || bytes.remaining() % ((long) answers * Float.BYTES) != 0) {
            throw new IllegalArgumentException("not predictions");
        }
        float[] numbers = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(numbers);
        return new Predictions(answers, numbers);
    }

    /** The rows of one part after those of another; all are of the same task, and there is at least one. */
    public static Predictions joined(List<Predictions> parts) {
        FloatBuffer all = FloatBuffer.allocate(
                parts.stream().mapToInt(part -> part.numbers.length).sum());
        parts.forEach(part -> all.put(part.numbers));
        return new Predictions(parts.get(0).answers, all.array());
    }

    /** Those for the rows at the indices, in their order. */
    public Predictions select(int[] rows) {
        float[] selected = new float[rows.length * answers];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(numbers, rows[i] * answers, selected, i * answers, answers);
        }
        return new Predictions(answers, selected);
    }

    /** The probability that a row is of a class, or has a label. */
    public float probability(int row, int label) {
        return numbers[row * answers + label];
    }

    /** The most probable class of a row; the first of several equal ones. */
    public int chosen(int row) {
        int best = 0;
        for (int c = 1; c < answers; c++) {
            if (probability(row, c) > probability(row, best)) {
                best = c;
            }
        }
        return best;
    }

    /** Answers that are right: certain of each row's class, of each label, or the row's number. */
    public static Predictions right(Targets targets, int answers) {
        float[] numbers = new float[targets.count() * answers];
        for (int i = 0; i < numbers.length; i++) {
            int row = i / answers;
            int answer = i % answers;
            if (targets instanceof Targets.Values values) {
                numbers[i] = values.numbers()[row];
            } else if (targets instanceof Targets.LabelSets sets) {
                numbers[i] = sets.flags()[i] ? 1 : 0;
            } else {
                numbers[i] = ((Targets.Classes) targets).labels()[row] == answer ? 1 : 0;
            }
        }
        return new Predictions(answers, numbers);
    }

    /** Standard deviation of an answer over the rows, mean over the answers; 0 when all rows get the same answer. */
    public double spread() {
        double sum = 0;
        for (int answer = 0; answer < answers; answer++) {
            StandardDeviation deviation = new StandardDeviation();
            for (int row = 0; row < rows(); row++) {
                deviation.increment(numbers[row * answers + answer]);
            }
            sum += deviation.getResult();
        }
        return sum / answers;
    }

    /** The natural logarithms of probabilities, of what is next to 0 that of the least normal float. */
    public Predictions logarithms() {
        float[] logarithms = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            logarithms[i] = (float) Math.log(Math.max(numbers[i], Float.MIN_NORMAL));
        }
        return new Predictions(answers, logarithms);
    }

    /** For each class the share of its rows that are taken for it; NaN for a class without rows. */
    public List<Double> recalls(Targets.Classes targets) {
        int[] rows = new int[answers];
        int[] right = new int[answers];
        for (int row = 0; row < targets.count(); row++) {
            int label = targets.labels()[row];
            rows[label]++;
            right[label] += chosen(row) == label ? 1 : 0;
        }
        return IntStream.range(0, answers)
                .mapToObj(label -> (double) right[label] / rows[label])
                .toList();
    }

    /** Whether a row is more likely to have a label than not. */
    public boolean has(int row, int label) {
        return probability(row, label) > LIKELY;
    }

    /** The number that is predicted for a row. */
    public float number(int row) {
        return numbers[row * answers];
    }

    /** Whether all numbers of a row are finite. */
    public boolean isFinite(int row) {
        for (int i = row * answers; i < (row + 1) * answers; i++) {
            if (!Float.isFinite(numbers[i])) {
                return false;
            }
        }
        return true;
    }
}
