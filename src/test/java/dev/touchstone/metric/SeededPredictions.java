package dev.touchstone.metric;

import dev.touchstone.base.Seed;
import java.util.SplittableRandom;

/** Predictions and labels drawn for tests. */
public final class SeededPredictions {
    private SeededPredictions() {}

    /** Labels of which each class is equally likely. */
    public static int[] labels(int rows, int classes, Seed seed) {
        return seed.derive("labels").random().ints(rows, 0, classes).toArray();
    }

    /** Predictions that are right for each row with the given probability, and differently sure of themselves. */
    public static Predictions of(int[] labels, int classes, double right, Seed seed) {
        SplittableRandom random = seed.derive("predictions").random();
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
