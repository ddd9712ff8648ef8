package dev.touchstone.diagnosis.training;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Whether an epoch's losses go up and down as those of the epoch before: batches that are mixed anew do so only by chance,
 * the same batches always. It remembers some losses of one epoch, however long an epoch is.
 */
public final class RepeatedBatches {
    private static final int MOST = 256;

    /** A correlation of fewer says little. */
    private static final int FEWEST = 8;

    private final SummaryStatistics likeness = new SummaryStatistics();
    private double @Nullable [] before;

    /** Adds the losses of the next epoch's iterations. */
    public void add(List<Double> losses) {
        double[] own =
                losses.stream().limit(MOST).mapToDouble(Double::doubleValue).toArray();
        double[] steps = new double[Math.max(0, own.length - 1)];
        Arrays.setAll(steps, i -> own[i + 1] - own[i]); // so that a loss which falls is no likeness
        if (before != null && before.length == steps.length && steps.length >= FEWEST) {
            double correlation = new PearsonsCorrelation().correlation(before, steps);
            if (Double.isFinite(correlation)) {
                likeness.addValue(correlation);
            }
        }
        before = steps;
    }

    /** How many pairs of epochs were compared. */
    long pairs() {
        return likeness.getN();
    }

    /** The mean correlation between epochs, -1 to 1; NaN without any pair. */
    double likeness() {
        return likeness.getMean();
    }
}
