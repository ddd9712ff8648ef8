package dev.touchstone.training;

import dev.touchstone.data.Task;

/**
 * What a network's outputs say for a task. Probabilities are taken as they are. Outputs that are none, as of a network whose
 * activation does not fit, are read as follows, so that their order is kept and every finite output is an answer: those for
 * classes lose the lowest of them where that is below 0, and are divided by their sum (all classes are alike when that is
 * 0); one output for two classes, and those for labels, count as 0 below it and as 1 above.
 *
 * @param task in the unit that the network learns
 */
record Answers(Task task) {
    /** How far the sum of probabilities may be from 1; that of 1,000 in single precision is within 1e-4. */
    private static final double ROUNDING = 1e-3;

    /**
     * The answers, row after row.
     *
     * @param outputs row after row
     * @param width outputs of a row
     */
    float[] of(float[] outputs, int width) {
        if (task instanceof Task.Regression regression) {
            for (int row = 0; row < outputs.length; row++) {
                outputs[row] = regression.restored(outputs[row]);
            }
            return outputs;
        }
        int rows = outputs.length / width;
        int answers = task.answers();
        float[] probabilities = new float[rows * answers];
        for (int row = 0; row < rows; row++) {
            int at = row * answers;
            if (width == 1 && task instanceof Task.Classification) {
                probabilities[at + 1] = share(outputs[row]); // a network with one output gives the second class's
                probabilities[at] = 1 - probabilities[at + 1];
                continue;
            }
            System.arraycopy(outputs, row * width, probabilities, at, Math.min(width, answers));
            if (task instanceof Task.Classification) {
                makeShares(probabilities, at, at + answers);
            }
        }
        return task instanceof Task.MultiLabel ? shares(probabilities) : probabilities;
    }

    private static float[] shares(float[] outputs) {
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = share(outputs[i]);
        }
        return outputs;
    }

    private static float share(float output) {
        return Math.min(1, Math.max(0, output)); // NaN stays
    }

    private static void makeShares(float[] outputs, int from, int to) {
        double lowest = 0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            lowest = Math.min(lowest, outputs[i]); // NaN, where an output is
            sum += outputs[i];
        }
        if (lowest == 0 && Math.abs(sum - 1) <= ROUNDING) {
            return;
        }
        double all = sum - lowest * (to - from);
        for (int i = from; i < to; i++) {
            outputs[i] = (float) (all == 0 ? 1.0 / (to - from) : (outputs[i] - lowest) / all);
        }
    }
}
