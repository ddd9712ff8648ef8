package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Targets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far what the labels of some rows say is from the label of another.
 *
 * <p>For implementers: called very often, from one thread. Rows are positions among those that it was made for.
 */
interface NeighbourLoss {
    /** Of a row; 0 when they are right. Without any, the best constant answers. */
    double of(int row, int[] neighbours);

    /** A number that rows with about the same label have in common, from 0. */
    int stratum(int row);

    /** For classes or numbers. */
    static NeighbourLoss among(Targets targets) {
        return targets instanceof Targets.Classes classes
                ? new Majority(classes.labels(), mostFrequent(classes.labels()))
                : Mean.of((Targets.Values) targets);
    }

    private static int mostFrequent(int[] labels) {
        int[] counts = new int[IntStream.of(labels).max().orElse(0) + 1];
        int best = 0;
        for (int label : labels) {
            best = ++counts[label] > counts[best] ? label : best;
        }
        return best;
    }

    /** Of classes: 1 unless the most frequent class is the row's; of several, that of the nearest row. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Majority(int[] labels, int constant) implements NeighbourLoss {
        @Override
        public double of(int row, int[] neighbours) {
            int chosen = constant;
            int most = 0;
            for (int candidate : neighbours) {
                int votes = 0;
                for (int neighbour : neighbours) {
                    votes += labels[neighbour] == labels[candidate] ? 1 : 0;
                }
                if (votes > most) {
                    most = votes;
                    chosen = labels[candidate];
                }
            }
            return chosen == labels[row] ? 0 : 1;
        }

        @Override
        public int stratum(int row) {
            return labels[row];
        }
    }

    /** Of numbers: the squared difference from the mean. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Mean(float[] numbers, double constant, float[] deciles) implements NeighbourLoss {
        private static final int STRATA = 10;

        static Mean of(Targets.Values values) {
            float[] sorted = values.numbers().clone();
            Arrays.sort(sorted);
            float[] deciles = new float[STRATA - 1];
            for (int i = 0; i < deciles.length; i++) {
                deciles[i] = sorted[(i + 1) * sorted.length / STRATA];
            }
            return new Mean(values.numbers(), values.mean(), deciles);
        }

        @Override
        public double of(int row, int[] neighbours) {
            double sum = 0;
            for (int neighbour : neighbours) {
                sum += numbers[neighbour];
            }
            double difference = (neighbours.length == 0 ? constant : sum / neighbours.length) - numbers[row];
            return difference * difference;
        }

        @Override
        public int stratum(int row) {
            int stratum = 0;
            while (stratum < deciles.length && numbers[row] > deciles[stratum]) {
                stratum++;
            }
            return stratum;
        }
    }
}
