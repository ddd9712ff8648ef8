package dev.touchstone.diagnosis.data;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.IntStream;

/** Rows in the order of time, cut into blocks of about as many rows. */
final class TimeBlocks {
    /** Folds, as in tenfold validation. */
    private static final int BLOCKS = 10;

    private TimeBlocks() {}

    /** Whether validation has rows from between those of train; a split in order of time tears nothing apart. */
    static boolean areTorn(double[] times, CheckedData data) {
        int train = data.prepared().train().count();
        DoubleSummaryStatistics trained = Arrays.stream(times, 0, train).summaryStatistics();
        DoubleSummaryStatistics validated =
                Arrays.stream(times, train, times.length).summaryStatistics();
        return validated.getMin() < trained.getMax() && trained.getMin() < validated.getMax();
    }

    /** The block of each row, from 0; rows of one time are in one block. */
    static int[] of(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        double[] starts = IntStream.range(1, BLOCKS)
                .mapToDouble(block -> sorted[block * sorted.length / BLOCKS])
                .toArray();
        return Arrays.stream(times)
                .mapToInt(time -> (int)
                        Arrays.stream(starts).filter(start -> time >= start).count())
                .toArray();
    }
}
