package dev.touchstone.training;

/**
 * The raw outputs of a network for some rows.
 *
 * @param numbers row after row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RawOutputs(float[] numbers, int rows) {
    /** Mean over the rows of a row's sum. */
    double sum() {
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum / rows;
    }

    /**
     * Mean entropy of the rows' answers as a share of that of guessing. A single output is the probability of the second
     * of two classes.
     */
    double entropy() {
        int outputs = numbers.length / rows;
        double sum = 0;
        for (float number : numbers) {
            sum += ofTerm(number) + (outputs == 1 ? ofTerm(1 - number) : 0);
        }
        return sum / rows / Math.log(Math.max(2, outputs));
    }

    private static double ofTerm(double probability) {
        return probability > 0 ? -probability * Math.log(probability) : 0;
    }
}
