package dev.touchstone.metric;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import java.util.SplittableRandom;

/** Predictions and targets drawn for tests. */
public final class SeededPredictions {
    private SeededPredictions() {}

    /** Classes that are equally likely, labels that four rows in ten have, or normal numbers. */
    public static Targets targets(Metric metric, int rows, int classes, Seed seed) {
        SplittableRandom random = seed.derive("labels").random();
        if (metric.task() == Task.Kind.CLASSIFICATION) {
            return new Targets.Classes(random.ints(rows, 0, classes).toArray());
        }
        if (metric.task() == Task.Kind.MULTI_LABEL) {
            boolean[] flags = new boolean[rows * classes];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = random.nextDouble() < 0.4;
            }
            return new Targets.LabelSets(classes, flags);
        }
        float[] numbers = new float[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = (float) (100 + 20 * random.nextGaussian());
        }
        return new Targets.Values(numbers);
    }

    /**
     * Predictions that are right for each row (or label) with the given probability, and differently sure of themselves; or, of
     * numbers, off by so much the more the less they are right.
     */
    public static Predictions of(Targets targets, int classes, double right, Seed seed) {
        SplittableRandom random = seed.derive("predictions").random();
        if (targets instanceof Targets.LabelSets sets) {
            return of(sets, right, random);
        }
        return targets instanceof Targets.Values values
                ? near(values.numbers(), 1 - right, random)
                : of(((Targets.Classes) targets).labels(), classes, right, random);
    }

    private static Predictions of(Targets.LabelSets sets, double right, SplittableRandom random) {
        float[] probabilities = new float[sets.flags().length];
        for (int i = 0; i < probabilities.length; i++) {
            boolean told = sets.flags()[i] == random.nextDouble() < right;
            double sure = 0.6 + 0.39 * random.nextDouble();
            probabilities[i] = (float) (told ? sure : 1 - sure);
        }
        return new Predictions(sets.labels(), probabilities);
    }

    private static Predictions near(float[] numbers, double off, SplittableRandom random) {
        float[] predicted = new float[numbers.length];
        for (int row = 0; row < predicted.length; row++) {
            predicted[row] = (float) (numbers[row] + 20 * off * random.nextGaussian());
        }
        return new Predictions(1, predicted);
    }

    private static Predictions of(int[] labels, int classes, double right, SplittableRandom random) {
        float[] probabilities = new float[labels.length * classes];
        for (int row = 0; row < labels.length; row++) {
            int chosen = random.nextDouble() < right ? labels[row] : (labels[row] + 1) % classes;
            double sure = 0.6 + 0.39 * random.nextDouble();
            for (int c = 0; c < classes; c++) {
                probabilities[row * classes + c] = (float) (c == chosen ? sure : (1 - sure) / (classes - 1));
            }
        }
        return new Predictions(classes, probabilities);
    }
}
