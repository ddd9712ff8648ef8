package dev.touchstone.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A validation metric that is the mean of a score for each row, so that two trials can be compared row by row. */
public enum Metric {
    /** Share of rows whose most probable class is the right one; 0 to 1. */
    ACCURACY(Direction.MAXIMISE),
    /** Mean over the classes of the share of their rows that are right; 0 to 1. */
    BALANCED_ACCURACY(Direction.MAXIMISE),
    /** Mean negative log of the probability given to the right class, in nats; from 0. */
    CROSS_ENTROPY(Direction.MINIMISE);

    private final Direction direction;

    Metric(Direction direction) {
        this.direction = direction;
    }

    /** The metric of a spec name such as {@code balanced-accuracy}. */
    public static Optional<Metric> named(String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.specName().equals(name))
                .findFirst();
    }

    public String specName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The better direction unless the spec says otherwise. */
    public Direction direction() {
        return direction;
    }

    /** Provisional. */
    public double value(Predictions predictions, int[] labels) {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            sum += this == CROSS_ENTROPY
                    ? -Math.log(Math.max(1e-7, predictions.probabilities()[row * predictions.classes() + labels[row]]))
                    : predictions.chosen(row) == labels[row] ? 1 : 0;
        }
        return sum / labels.length;
    }

    /** Provisional. */
    public Interval interval(Predictions predictions, int[] labels, dev.touchstone.base.Seed seed) {
        return new Interval(0, seed.value());
    }
}
