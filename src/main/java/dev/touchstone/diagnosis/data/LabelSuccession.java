package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Targets;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** How much a row's label tells of the next one's. */
interface LabelSuccession {
    /**
     * As a share of all that there is to tell, 0 to 1.
     *
     * @param rows in some order
     * @param first the places in that order whose row and the next one count
     */
    double told(int[] rows, int[] first);

    /** Of classes or numbers. */
    static LabelSuccession of(CheckedData data) {
        return data.rows().targets() instanceof Targets.Values values
                ? new Numbers(values.numbers())
                : new Classes(data.rows().labels(), data.prepared().classes());
    }

    /** Their mutual information, as a share of what as many even classes hold. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Classes(int[] labels, int classes) implements LabelSuccession {
        @Override
        public double told(int[] rows, int[] first) {
            double[][] joint = new double[classes][classes];
            double[] left = new double[classes];
            double[] right = new double[classes];
            for (int i : first) {
                joint[labels[rows[i]]][labels[rows[i + 1]]]++;
                left[labels[rows[i]]]++;
                right[labels[rows[i + 1]]]++;
            }
            double information = 0;
            for (int a = 0; a < classes; a++) {
                for (int b = 0; b < classes; b++) {
                    if (joint[a][b] > 0) {
                        information += joint[a][b]
                                / first.length
                                * Math.log(joint[a][b] * first.length / (left[a] * right[b]));
                    }
                }
            }
            return information / Math.log(classes);
        }
    }

    /** Their squared correlation: the share of variance that a line explains. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Numbers(float[] numbers) implements LabelSuccession {
        @Override
        public double told(int[] rows, int[] first) {
            SimpleRegression line = new SimpleRegression();
            for (int i : first) {
                line.addData(numbers[rows[i]], numbers[rows[i + 1]]);
            }
            double told = line.getRSquare();
            return Double.isNaN(told) ? 0 : told;
        }
    }
}
