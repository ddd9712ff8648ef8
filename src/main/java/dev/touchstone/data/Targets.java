package dev.touchstone.data;

import dev.touchstone.base.Sha256;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** What is to be predicted, one target for each row. */
public sealed interface Targets {
    /** What of: classes, numbers or sets of labels. */
    Task.Kind kind();

    int count();

    /** A copy of those from an index up to another, without that one. */
    Targets range(int from, int to);

    /** A copy of those at the indices, in their order. */
    Targets select(int[] indices);

    /**
     * These, then those of other rows.
     *
     * @throws ClassCastException when the others are of another kind
     */
    Targets followedBy(Targets others);

    /** What rows of equal targets have in common and no others. */
    Object key(int row);

    /** Adds them to what identifies a data set. */
    void addTo(Sha256 digest);

    /** How they are kept as bytes. */
    default TargetLayout layout() {
        return new TargetLayout(kind(), 1);
    }

    /**
     * The class of each row.
     *
     * @param labels from 0
     */
    @SuppressWarnings("ArrayRecordComponent") // as long as the data set, never compared
    record Classes(int[] labels) implements Targets {
        @Override
        public Task.Kind kind() {
            return Task.Kind.CLASSIFICATION;
        }

        @Override
        public int count() {
            return labels.length;
        }

        @Override
        public Classes range(int from, int to) {
            return new Classes(Arrays.copyOfRange(labels, from, to));
        }

        @Override
        public Classes select(int[] indices) {
            int[] chosen = new int[indices.length];
            for (int i = 0; i < indices.length; i++) {
                chosen[i] = labels[indices[i]];
            }
            return new Classes(chosen);
        }

        @Override
        public Classes followedBy(Targets others) {
            int[] more = ((Classes) others).labels;
            int[] all = Arrays.copyOf(labels, labels.length + more.length);
            System.arraycopy(more, 0, all, labels.length, more.length);
            return new Classes(all);
        }

        @Override
        public Integer key(int row) {
            return labels[row];
        }

        @Override
        public void addTo(Sha256 digest) {
            for (int label : labels) {
                digest.add(label);
            }
        }
    }

    /**
     * A number of each row, in its own unit.
     *
     * @param numbers all finite
     */
    @SuppressWarnings("ArrayRecordComponent") // as long as the data set, never compared
    record Values(float[] numbers) implements Targets {
        @Override
        public Task.Kind kind() {
            return Task.Kind.REGRESSION;
        }

        @Override
        public int count() {
            return numbers.length;
        }

        @Override
        public Values range(int from, int to) {
            return new Values(Arrays.copyOfRange(numbers, from, to));
        }

        @Override
        public Values select(int[] indices) {
            float[] chosen = new float[indices.length];
            for (int i = 0; i < indices.length; i++) {
                chosen[i] = numbers[indices[i]];
            }
            return new Values(chosen);
        }

        @Override
        public Values followedBy(Targets others) {
            float[] more = ((Values) others).numbers;
            float[] all = Arrays.copyOf(numbers, numbers.length + more.length);
            System.arraycopy(more, 0, all, numbers.length, more.length);
            return new Values(all);
        }

        @Override
        public Float key(int row) {
            return numbers[row];
        }

        @Override
        public void addTo(Sha256 digest) {
            for (float number : numbers) {
                digest.add(Float.floatToIntBits(number));
            }
        }

        /** Their mean; NaN of none. */
        public double mean() {
            double sum = 0;
            for (float number : numbers) {
                sum += number;
            }
            return sum / numbers.length;
        }

        /** The mean of the squared differences from their mean; NaN of none. */
        public double variance() {
            double mean = mean();
            double sum = 0;
            for (float number : numbers) {
                sum += (number - mean) * (number - mean);
            }
            return sum / numbers.length;
        }
    }

    /**
     * Which of several labels each row has.
     *
     * @param labels how many there are
     * @param flags row after row, one for each label
     */
    @SuppressWarnings("ArrayRecordComponent") // as long as the data set, never compared
    record LabelSets(int labels, boolean[] flags) implements Targets {
        @Override
        public Task.Kind kind() {
            return Task.Kind.MULTI_LABEL;
        }

        @Override
        public int count() {
            return flags.length / labels;
        }

        /** Whether a row has a label. */
        public boolean has(int row, int label) {
            return flags[row * labels + label];
        }

        /** How many rows have a label. */
        public int rowsWith(int label) {
            return (int)
                    IntStream.range(0, count()).filter(row -> has(row, label)).count();
        }

        @Override
        public LabelSets range(int from, int to) {
            return new LabelSets(labels, Arrays.copyOfRange(flags, from * labels, to * labels));
        }

        @Override
        public LabelSets select(int[] indices) {
            boolean[] chosen = new boolean[indices.length * labels];
            for (int i = 0; i < indices.length; i++) {
                System.arraycopy(flags, indices[i] * labels, chosen, i * labels, labels);
            }
            return new LabelSets(labels, chosen);
        }

        @Override
        public LabelSets followedBy(Targets others) {
            boolean[] more = ((LabelSets) others).flags;
            boolean[] all = Arrays.copyOf(flags, flags.length + more.length);
            System.arraycopy(more, 0, all, flags.length, more.length);
            return new LabelSets(labels, all);
        }

        /** The labels that the row has. */
        @Override
        public BitSet key(int row) {
            BitSet has = new BitSet(labels);
            IntStream.range(0, labels).filter(label -> has(row, label)).forEach(has::set);
            return has;
        }

        @Override
        public void addTo(Sha256 digest) {
            digest.add(labels);
            for (boolean flag : flags) {
                digest.add(flag ? 1 : 0);
            }
        }

        @Override
        public TargetLayout layout() {
            return new TargetLayout(kind(), labels);
        }
    }

    /**
     * How much of each row is of each class, or has each label, as augmentation makes it of the targets of a batch; a data
     * set never has such targets.
     *
     * @param numbers {@code classes} for each row, 0 to 1; those of classes with a sum of 1
     */
    @SuppressWarnings("ArrayRecordComponent") // of one batch, never compared
    record Shares(int classes, float[] numbers) implements Targets {
        /**
         * A copy of shares, or the shares of rows that are each of one class only, or have labels or not.
         *
         * @throws ClassCastException when the targets are numbers
         */
        public static Shares of(Targets targets, int classes) {
            if (targets instanceof Shares shares) {
                return new Shares(classes, shares.numbers.clone());
            }
            float[] numbers = new float[targets.count() * classes];
            if (targets instanceof LabelSets sets) {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = sets.flags[i] ? 1 : 0;
                }
                return new Shares(classes, numbers);
            }
            int[] labels = ((Classes) targets).labels;
            for (int row = 0; row < labels.length; row++) {
                numbers[row * classes + labels[row]] = 1;
            }
            return new Shares(classes, numbers);
        }

        @Override
        public Task.Kind kind() {
            return Task.Kind.CLASSIFICATION;
        }

        @Override
        public int count() {
            return numbers.length / classes;
        }

        @Override
        public Shares range(int from, int to) {
            return new Shares(classes, Arrays.copyOfRange(numbers, from * classes, to * classes));
        }

        @Override
        public Shares select(int[] indices) {
            float[] chosen = new float[indices.length * classes];
            for (int i = 0; i < indices.length; i++) {
                System.arraycopy(numbers, indices[i] * classes, chosen, i * classes, classes);
            }
            return new Shares(classes, chosen);
        }

        @Override
        public Shares followedBy(Targets others) {
            float[] more = ((Shares) others).numbers;
            float[] all = Arrays.copyOf(numbers, numbers.length + more.length);
            System.arraycopy(more, 0, all, numbers.length, more.length);
            return new Shares(classes, all);
        }

        /** @throws UnsupportedOperationException always: only rows of data sets are counted by their targets */
        @Override
        public Object key(int row) {
            throw new UnsupportedOperationException("rows of an augmented batch have no key");
        }

        /** @throws UnsupportedOperationException always: only data sets have a fingerprint */
        @Override
        public void addTo(Sha256 digest) {
            throw new UnsupportedOperationException("an augmented batch has no fingerprint");
        }

        /** @throws UnsupportedOperationException always: only data sets are kept */
        @Override
        public TargetLayout layout() {
            throw new UnsupportedOperationException("an augmented batch is not kept");
        }
    }
}
