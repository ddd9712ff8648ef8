package dev.touchstone.metric;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.spec.SpecName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A validation metric that is made of the mean of a score for each row, so that two trials can be compared row by row. */
public enum Metric {
    /** Share of rows whose most probable class is the right one; 0 to 1. */
    ACCURACY(Task.Kind.CLASSIFICATION, Direction.MAXIMISE) {
        @Override
        double[] scores(Predictions predictions, Targets targets) {
            return each(targets, row -> predictions.chosen(row) == label(targets, row) ? 1 : 0);
        }
    },
    /** Mean over the classes that the labels have of the share of their rows that are right; 0 to 1. */
    BALANCED_ACCURACY(Task.Kind.CLASSIFICATION, Direction.MAXIMISE) {
        @Override
        double[] scores(Predictions predictions, Targets targets) {
            return ACCURACY.scores(predictions, targets);
        }

        @Override
        int[][] groups(Targets targets) {
            return rows(targets)
                    .map(row -> label(targets, row))
                    .distinct()
                    .mapToObj(label -> rows(targets)
                            .filter(row -> label(targets, row) == label)
                            .toArray())
                    .toArray(int[][]::new);
        }
    },
    /** Mean negative log of the probability given to the right class, in nats; from 0. */
    CROSS_ENTROPY(Task.Kind.CLASSIFICATION, Direction.MINIMISE) {
        @Override
        double[] scores(Predictions predictions, Targets targets) {
            return each(targets, row -> surprise(predictions.probability(row, label(targets, row))));
        }
    },
    /** Root of the mean squared error, in the label's unit; from 0. */
    RMSE(Task.Kind.REGRESSION, Direction.MINIMISE) {
        @Override
        double[] scores(Predictions predictions, Targets targets) {
            return each(targets, row -> Math.pow(error(predictions, targets, row), 2));
        }

        @Override
        double ofMean(double mean, Targets targets) {
            return Math.sqrt(mean);
        }
    },
    /** Mean absolute error, in the label's unit; from 0. */
    MAE(Task.Kind.REGRESSION, Direction.MINIMISE) {
        @Override
        double[] scores(Predictions predictions, Targets targets) {
            return each(targets, row -> Math.abs(error(predictions, targets, row)));
        }
    },
    /** Share of the labels' variance that the predictions explain (coefficient of determination); at most 1. */
    R2(Task.Kind.REGRESSION, Direction.MAXIMISE) {
        @Override
        double[] scores(Predictions predictions, Targets targets) {
            return RMSE.scores(predictions, targets);
        }

        @Override
        double ofMean(double mean, Targets targets) {
            return 1 - mean / ((Targets.Values) targets).variance();
        }
    },
    /** Mean over the labels of their F1, which is 0 for a label that neither rows nor predictions have; 0 to 1. */
    MACRO_F1(Task.Kind.MULTI_LABEL, Direction.MAXIMISE) {
        @Override
        double[] scores(Predictions predictions, Targets targets) {
            return LabelScores.of(predictions, targets).macroF1();
        }

        @Override
        double ofMean(double mean, Targets targets) {
            return LabelScores.bounded(mean);
        }
    },
    /** F1 of all labels of all rows counted together; 0 to 1. */
    MICRO_F1(Task.Kind.MULTI_LABEL, Direction.MAXIMISE) {
        @Override
        double[] scores(Predictions predictions, Targets targets) {
            return LabelScores.of(predictions, targets).microF1();
        }

        @Override
        double ofMean(double mean, Targets targets) {
            return LabelScores.bounded(mean);
        }
    },
    /** Share of rows whose labels are all right (subset accuracy); 0 to 1. */
    EXACT_MATCH(Task.Kind.MULTI_LABEL, Direction.MAXIMISE) {
        @Override
        double[] scores(Predictions predictions, Targets targets) {
            return LabelScores.of(predictions, targets).exactMatch();
        }
    },
    /** Mean negative log of the probability given to a row's labels, the sum of that of each label, in nats; from 0. */
    BINARY_CROSS_ENTROPY(Task.Kind.MULTI_LABEL, Direction.MINIMISE) {
        @Override
        double[] scores(Predictions predictions, Targets targets) {
            return LabelScores.of(predictions, targets).crossEntropy();
        }
    };

    /** A smaller probability counts as this one; DL4J's own cross-entropy loss (LossMCXENT) clips there too. */
    public static final double SMALLEST_PROBABILITY = 1e-10;

    private final Task.Kind task;
    private final Direction direction;

    Metric(Task.Kind task, Direction direction) {
        this.task = task;
        this.direction = direction;
    }

    /** The metric of a spec name such as {@code balanced-accuracy}. */
    public static Optional<Metric> named(String name) {
        return SpecName.find(Metric.class, name);
    }

    /** What trials are ranked on when nobody says. */
    public static Metric usual(Task.Kind task) {
        return switch (task) {
            case CLASSIFICATION -> ACCURACY;
            case REGRESSION -> RMSE;
            case MULTI_LABEL -> MACRO_F1;
        };
    }

    /** The metrics of a task. */
    public static List<Metric> of(Task.Kind task) {
        return Arrays.stream(values()).filter(metric -> metric.task == task).toList();
    }

    public String specName() {
        return SpecName.of(this);
    }

    /** The task whose predictions it scores. */
    public Task.Kind task() {
        return task;
    }

    /** Why it cannot score predictions of a task, and which could; nothing when it can. */
    public Optional<String> misfit(Task.Kind data) {
        return task == data
                ? Optional.empty()
                : Optional.of(specName() + " is for " + SpecName.of(task) + ", and the data are for "
                        + SpecName.of(data) + "; use one of "
                        + of(data).stream().map(Metric::specName).collect(Collectors.joining(", ")));
    }

    /** The better direction unless the spec says otherwise. */
    public Direction direction() {
        return direction;
    }

    /**
     * One score for each row, from whose mean the metric's value is made. A row with a number that is not finite scores NaN.
     *
     * @param targets of each row, of the metric's task
     * @throws IllegalArgumentException when there is not one target for each row
     */
    public double[] rowScores(Predictions predictions, Targets targets) {
        if (predictions.rows() != targets.count()) {
            throw new IllegalArgumentException(
                    predictions.rows() + " predicted rows have " + targets.count() + " targets");
        }
        double[] scores = scores(predictions, targets);
        int[][] groups = groups(targets);
        for (int[] group : groups) {
            double weight = (double) scores.length / ((double) groups.length * group.length);
            for (int row : group) {
                scores[row] = predictions.isFinite(row) ? weight * scores[row] : Double.NaN;
            }
        }
        return scores;
    }

    /** The metric's value: NaN when a prediction is not finite or there are no rows. */
    public double value(Predictions predictions, Targets targets) {
        return ofMean(mean(rowScores(predictions, targets)), targets);
    }

    /** The value's 95 % confidence interval, from {@link #interval(Predictions, Targets, double, Seed)}. */
    public Interval interval(Predictions predictions, Targets targets, Seed seed) {
        return interval(predictions, targets, Interval.CONFIDENCE, seed);
    }

    /**
     * The value's confidence interval: Wilson's for a share of rows, else a bootstrap over the rows, within each class
     * where classes weigh the same. From NaN to NaN when the value is NaN.
     *
     * @param confidence above 0 and below 1
     * @param seed decides the bootstrap's draws
     */
    public Interval interval(Predictions predictions, Targets targets, double confidence, Seed seed) {
        double[] scores = rowScores(predictions, targets);
        return Double.isNaN(mean(scores))
                ? new Interval(Double.NaN, Double.NaN)
                : finiteInterval(scores, targets, confidence, seed);
    }

    Interval finiteInterval(double[] scores, Targets targets, double confidence, Seed seed) {
        return isShareOfRows()
                ? Interval.ofShare((int) DoubleStream.of(scores).sum(), scores.length, confidence)
                : Bootstrap.interval(
                        scores,
                        groups(targets),
                        (mean, drawn) -> ofMean(mean, targets.select(drawn)),
                        confidence,
                        seed);
    }

    /** A score for each row, which counts for nothing where the row's predictions are not finite. */
    abstract double[] scores(Predictions predictions, Targets targets);

    /** Whether a row scores 1 when it is right and 0 when it is wrong. */
    boolean isShareOfRows() {
        return this == ACCURACY || this == EXACT_MATCH;
    }

    /** What a mean of the rows' scores comes to. */
    double ofMean(double mean, Targets targets) {
        return mean;
    }

    /** The rows in groups that weigh the same, however many rows they have. */
    int[][] groups(Targets targets) {
        return new int[][] {rows(targets).toArray()};
    }

    static double[] each(Targets targets, IntToDoubleFunction score) {
        return rows(targets).mapToDouble(score).toArray();
    }

    static double surprise(double probability) {
        return -Math.log(Math.max(probability, SMALLEST_PROBABILITY));
    }

    static IntStream rows(Targets targets) {
        return IntStream.range(0, targets.count());
    }

    static int label(Targets targets, int row) {
        return ((Targets.Classes) targets).labels()[row];
    }

    static double error(Predictions predictions, Targets targets, int row) {
        return (double) predictions.number(row) - ((Targets.Values) targets).numbers()[row];
    }

    private static double mean(double[] scores) {
        return DoubleStream.of(scores).average().orElse(Double.NaN);
    }
}
