package dev.touchstone.diagnosis.data;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Out-of-sample class probabilities of rows: the shares of the classes among their nearest other rows.
 *
 * @param labels the given class of each row that was looked at
 * @param probabilities for each of them, one a class
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the data set, never compared
record NeighbourVotes(int[] labels, double[][] probabilities) {
    /** Each neighbour has one vote. */
    static NeighbourVotes of(CheckedData data) {
        return of(data.neighbourhood(), labels(data), data.prepared().classes());
    }

    private static NeighbourVotes of(Neighbourhood neighbourhood, int[] labels, int classes) {
        double[] equal = new double[neighbourhood.size()];
        Arrays.fill(equal, 1);
        return weighted(neighbourhood, labels, classes, equal);
    }

    /**
     * Each neighbour's vote weighs as much as its own neighbours agree with its label, so that wrong labels say little
     * (after the editing of Wilson 1972).
     */
    static NeighbourVotes ofTrusted(CheckedData data) {
        return ofTrusted(data.neighbourhood(), labels(data), data.prepared().classes());
    }

    /** The same of any labels of the rows that were looked at. */
    static NeighbourVotes ofTrusted(Neighbourhood neighbourhood, int[] labels, int classes) {
        NeighbourVotes equal = of(neighbourhood, labels, classes);
        return weighted(
                neighbourhood,
                labels,
                classes,
                IntStream.range(0, equal.count())
                        .mapToDouble(row -> equal.probabilities[row][equal.labels[row]])
                        .toArray());
    }

    private static int[] labels(CheckedData data) {
        return IntStream.of(data.neighbourhood().members()).map(data::label).toArray();
    }

    private static NeighbourVotes weighted(Neighbourhood neighbourhood, int[] labels, int classes, double[] weights) {
        double[][] probabilities = new double[labels.length][classes];
        for (int row = 0; row < labels.length; row++) {
            int[] nearest = neighbourhood.nearest()[row];
            double sum = IntStream.of(nearest)
                    .mapToDouble(neighbour -> weights[neighbour])
                    .sum();
            for (int neighbour : nearest) {
                probabilities[row][labels[neighbour]] += sum == 0 ? 1.0 / nearest.length : weights[neighbour] / sum;
            }
        }
        return new NeighbourVotes(labels, probabilities);
    }

    int count() {
        return labels.length;
    }

    /** The most probable class; the first of several. */
    int chosen(int row) {
        int best = 0;
        for (int c = 1; c < probabilities[row].length; c++) {
            if (probabilities[row][c] > probabilities[row][best]) {
                best = c;
            }
        }
        return best;
    }

    /** By how much the most probable class is more probable than the next. */
    double lead(int row) {
        double[] sorted = probabilities[row].clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 1] - sorted[sorted.length - 2];
    }

    /** Of each class, which share of the rows is given to it. */
    double[] shares() {
        double[] shares = new double[probabilities[0].length];
        for (int label : labels) {
            shares[label] += 1.0 / labels.length;
        }
        return shares;
    }

    /** The share of rows whose given class is the most probable. */
    double accuracy() {
        int right = 0;
        for (int row = 0; row < labels.length; row++) {
            right += chosen(row) == labels[row] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    /**
     * Whether the most probable class of the rows but some is the given one for such a share of each class's in the mean of the
     * classes, or less by no more than a standard error. A class that is rare among rows that tell little hardly ever is, however
     * many rows of the others are right.
     *
     * @param left out, ascending
     */
    boolean tellEachClass(int[] left, double share) {
        int classes = probabilities[0].length;
        double[] right = new double[classes];
        double[] all = new double[classes];
        for (int row = 0; row < labels.length; row++) {
            if (Arrays.binarySearch(left, row) < 0) {
                all[labels[row]]++;
                right[labels[row]] += chosen(row) == labels[row] ? 1 : 0;
            }
        }
        double sum = 0;
        double variance = 0;
        for (int label = 0; label < classes; label++) {
            double told = right[label] / Math.max(1, all[label]);
            sum += told;
            variance += told * (1 - told) / Math.max(1, all[label]);
        }
        return sum + Math.sqrt(variance)
                >= share * DoubleStream.of(all).filter(rows -> rows > 0).count();
    }
}
