package dev.touchstone.study;

import dev.touchstone.metric.Predictions;

/** The baseline that looks at no feature: it gives every row the shares that the classes have among the train labels. */
final class ClassShares {
    private ClassShares() {}

    /**
     * Answers so many rows.
     *
     * @param trainLabels at least one, from 0
     */
    static Predictions predict(int[] trainLabels, int classes, int rows) {
        float[] shares = new float[classes];
        for (int label : trainLabels) {
            shares[label] += 1f / trainLabels.length;
        }
        float[] probabilities = new float[rows * classes];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(shares, 0, probabilities, row * classes, classes);
        }
        return new Predictions(classes, probabilities);
    }
}
