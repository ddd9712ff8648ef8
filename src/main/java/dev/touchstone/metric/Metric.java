package dev.touchstone.metric;

import dev.touchstone.base.Seed;
import dev.touchstone.spec.SpecName;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A validation metric that is the mean of a score for each row, so that two trials can be compared row by row. */
public enum Metric {
    /** Share of rows whose most probable class is the right one; 0 to 1. */
    ACCURACY(Direction.MAXIMISE) {
        @Override
        double score(Predictions predictions, int row, int label) {
            return predictions.chosen(row) == label ? 1 : 0;
        }

        @Override
        Interval finiteInterval(double[] scores, int[] labels, double confidence, Seed seed) {
            return Interval.ofShare((int) DoubleStream.of(scores).sum(), scores.length, confidence);
        }
    },
    /** Mean over the classes that the labels have of the share of their rows that are right; 0 to 1. */
    BALANCED_ACCURACY(Direction.MAXIMISE) {
        @Override
        double score(Predictions predictions, int row, int label) {
            return ACCURACY.score(predictions, row, label);
        }

        @Override
        int[][] groups(int[] labels) {
            return IntStream.of(labels)
                    .distinct()
                    .mapToObj(label ->
                            rows(labels).filter(row -> labels[row] == label).toArray())
                    .toArray(int[][]::new);
        }
    },
    /** Mean negative log of the probability given to the right class, in nats; from 0. */
    CROSS_ENTROPY(Direction.MINIMISE) {
        @Override
        double score(Predictions predictions, int row, int label) {
            return -Math.log(Math.max(predictions.probability(row, label), SMALLEST_PROBABILITY));
        }
    };

    /** A smaller probability counts as this one; DL4J's own cross-entropy loss (LossMCXENT) clips there too. */
    public static final double SMALLEST_PROBABILITY = 1e-10;

    private final Direction direction;

    Metric(Direction direction) {
        this.direction = direction;
    }

    /** The metric of a spec name such as {@code balanced-accuracy}. */
    public static Optional<Metric> named(String name) {
        return SpecName.find(Metric.class, name);
    }

    public String specName() {
        return SpecName.of(this);
    }

    /** The better direction unless the spec says otherwise. */
    public Direction direction() {
        return direction;
    }

    /**
     * One score for each row; their mean is the metric's value. A row with a number that is not finite scores NaN.
     *
     * @param labels the right class of each row, from 0
     * @throws IllegalArgumentException when there is not one label for each row
     */
    public double[] rowScores(Predictions predictions, int[] labels) {
        if (predictions.rows() != labels.length) {
            throw new IllegalArgumentException(
                    predictions.rows() + " predicted rows have " + labels.length + " labels");
        }
        double[] scores = new double[labels.length];
        int[][] groups = groups(labels);
        for (int[] group : groups) {
            double weight = (double) labels.length / ((double) groups.length * group.length);
            for (int row : group) {
                scores[row] = predictions.isFinite(row) ? weight * score(predictions, row, labels[row]) : Double.NaN;
            }
        }
        return scores;
    }

    /** The metric's value: NaN when a probability is not finite or there are no rows. */
    public double value(Predictions predictions, int[] labels) {
        return DoubleStream.of(rowScores(predictions, labels)).average().orElse(Double.NaN);
    }

    /** The value's 95 % confidence interval, from {@link #interval(Predictions, int[], double, Seed)}. */
    public Interval interval(Predictions predictions, int[] labels, Seed seed) {
        return interval(predictions, labels, Interval.CONFIDENCE, seed);
    }

    /**
     * The value's confidence interval: Wilson's for a share of rows, else a bootstrap over the rows, within each class
     * where classes weigh the same. From NaN to NaN when the value is NaN.
     *
     * @param confidence above 0 and below 1
     * @param seed decides the bootstrap's draws
     */
    public Interval interval(Predictions predictions, int[] labels, double confidence, Seed seed) {
        double[] scores = rowScores(predictions, labels);
        if (Double.isNaN(DoubleStream.of(scores).average().orElse(Double.NaN))) {
            return new Interval(Double.NaN, Double.NaN);
        }
        return finiteInterval(scores, labels, confidence, seed);
    }

    Interval finiteInterval(double[] scores, int[] labels, double confidence, Seed seed) {
        return Bootstrap.interval(scores, groups(labels), confidence, seed);
    }

    abstract double score(Predictions predictions, int row, int label);

    /** The rows in groups that weigh the same, however many rows they have. */
    int[][] groups(int[] labels) {
        return new int[][] {rows(labels).toArray()};
    }

    static IntStream rows(int[] labels) {
        return IntStream.range(0, labels.length);
    }
}
