package dev.touchstone.training;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import java.util.Arrays;

/**
 * On which train rows, and after which epochs, a training is asked for the objective's value. The rows are drawn once, so
 * that what changes is the network. Answering a row costs a third of learning from it at most, and each time a tenth of a
 * step more ({@code MonitorCost} among the benches measures both); rows are as many as {@link #SHARE} of an epoch's steps pays
 * for, and where even the fewest are too dear, epochs are passed over. All follows from the sizes, so that a training that
 * is resumed or replayed is asked in the same epochs.
 */
record TrainSample(int batchSize, int trainRows) {
    /** Of the time of the steps; looks have the rest of the 5 % that all that watches may take. */
    private static final double SHARE = 0.01;

    private static final double STEPS_A_ROW = 1 / 3.0;

    private static final double STEPS_A_TIME = 0.1;

    /** A share of 90 % is known to 4 % by so many (one standard error). */
    private static final int FEWEST = 64;

    /** And to 2 % by so many, which is what the interval of a small validation split comes to. */
    private static final int MOST = Learner.ROWS_AT_ONCE;

    /** How many. */
    int rows() {
        double payable = (SHARE * trainRows / batchSize - STEPS_A_TIME) * batchSize / STEPS_A_ROW;
        return Math.min(trainRows, Math.max(FEWEST, Math.min(MOST, (int) payable)));
    }

    /** Every so many epochs, from 1. */
    int every() {
        double steps = STEPS_A_TIME + STEPS_A_ROW * rows() / batchSize;
        return Math.max(1, (int) Math.ceil(steps / (SHARE * trainRows / batchSize)));
    }

    /** Whether a training is asked after an epoch, counted from 1. */
    boolean isDue(int epoch) {
        return epoch % every() == 0;
    }

    /** The rows. */
    Rows of(Rows train, Seed seed) {
        return train.select(Arrays.copyOf(seed.derive("train-sample").permutation(train.count()), rows()));
    }
}
