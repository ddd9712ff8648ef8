package dev.touchstone.data;

import java.util.Arrays;

/** What is to be predicted, one for each row. */
public sealed interface Targets {
    /** What of: classes or numbers. */
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

    /** A number that rows of equal targets have in common and no others. */
    int key(int row);

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
        public int key(int row) {
            return labels[row];
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
        public int key(int row) {
            return Float.floatToIntBits(numbers[row]);
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
     * How much of each row is of each class, as augmentation makes it of the classes of a batch; a data set never has such
     * targets.
     *
     * @param numbers {@code classes} for each row, from 0, with a sum of 1
     */
    @SuppressWarnings("ArrayRecordComponent") // of one batch, never compared
    record Shares(int classes, float[] numbers) implements Targets {
        /**
         * A copy of shares, or the shares of rows that are each of one class only.
         *
         * @throws ClassCastException when the targets are numbers
         */
        public static Shares of(Targets targets, int classes) {
            if (targets instanceof Shares shares) {
                return new Shares(classes, shares.numbers.clone());
            }
            int[] labels = ((Classes) targets).labels;
            float[] numbers = new float[labels.length * classes];
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
        public int key(int row) {
            throw new UnsupportedOperationException("rows of an augmented batch have no key");
        }
    }
}
