package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Targets;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.jspecify.annotations.Nullable;

/**
 * How well the nearest rows predict what is to be learnt: a model that trains nothing, so that nothing of training can be at
 * fault where it fails. Where a split is as the other, train rows predict those of validation as well as each other.
 *
 * @param within of train rows by other train rows
 * @param across of validation rows by train rows
 * @param apart of validation rows by other validation rows
 */
public record Relation(Skill within, Skill across, Skill apart) {
    /** So few rows say nothing. */
    private static final int FEWEST = 30;

    /**
     * The share of the error of the best constant that neighbours save: 1 at best, about 0 where there is no relation.
     *
     * @param error its standard error
     */
    public record Skill(double value, double error) {
        /** By how many standard errors another is larger; negative where it is smaller. */
        public double below(Skill other) {
            return (other.value - value) / Math.hypot(error, other.error);
        }

        /** What it is at least, by some standard errors. */
        public double atLeast(double errors) {
            return value - errors * error;
        }

        /** What it is at most, by some standard errors. */
        public double atMost(double errors) {
            return value + errors * error;
        }
    }

    static @Nullable Relation of(RowSample sample, SampleDistances nearest) {
        Targets targets = sample.rows().targets();
        if (targets instanceof Targets.LabelSets || Math.min(sample.train(), sample.validation()) < FEWEST) {
            return null;
        }
        NeighbourLoss loss = NeighbourLoss.among(targets);
        return new Relation(
                skill(loss, nearest.ofTrain(), 0, sample.train()),
                skill(loss, nearest.ofTrain(), sample.train(), sample.count()),
                skill(loss, nearest.ofValidation(), sample.train(), sample.count()));
    }

    private static Skill skill(NeighbourLoss loss, int[][] nearest, int from, int to) {
        double[] own = IntStream.range(from, to)
                .mapToDouble(row -> loss.of(row, nearest[row]))
                .toArray();
        double[] constant = IntStream.range(from, to)
                .mapToDouble(row -> loss.of(row, new int[0]))
                .toArray();
        double ratio = IntStream.range(0, own.length).mapToDouble(i -> own[i]).sum()
                / IntStream.range(0, own.length).mapToDouble(i -> constant[i]).sum();
        SummaryStatistics left = new SummaryStatistics();
        SummaryStatistics whole = new SummaryStatistics();
        for (int i = 0; i < own.length; i++) {
            left.addValue(own[i] - ratio * constant[i]);
            whole.addValue(constant[i]);
        }
        return new Skill(1 - ratio, left.getStandardDeviation() / Math.sqrt(own.length) / whole.getMean());
    }
}
