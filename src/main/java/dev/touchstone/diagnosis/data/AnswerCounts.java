package dev.touchstone.diagnosis.data;

import java.util.function.IntPredicate;

/**
 * How often rows that their neighbours take for a class are given to each, and how often they would be if labels had nothing to
 * do with neighbours: as the classes' shares have it.
 *
 * @param found of rows taken for the one, those given to the other
 * @param expected of the same rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AnswerCounts(double[][] found, double[][] expected) {
    /** Pairs of classes: the one that rows are taken for, and the one that they are given to. */
    interface Pairs {
        boolean has(int taken, int given);
    }

    /** @param counted which rows */
    static AnswerCounts of(NeighbourVotes votes, IntPredicate counted) {
        int classes = votes.probabilities()[0].length;
        double[] shares = votes.shares();
        double[][] found = new double[classes][classes];
        double[][] expected = new double[classes][classes];
        for (int row = 0; row < votes.count(); row++) {
            if (counted.test(row)) {
                int taken = votes.chosen(row);
                found[taken][votes.labels()[row]]++;
                for (int given = 0; given < classes; given++) {
                    expected[taken][given] += shares[given];
                }
            }
        }
        return new AnswerCounts(found, expected);
    }

    /** Those of some pairs that are unlike, and of others that are like. */
    UnlikeLabels unlike(Pairs unlike, Pairs like) {
        return new UnlikeLabels(sum(found, unlike), sum(expected, unlike), sum(found, like), sum(expected, like));
    }

    private static double sum(double[][] counts, Pairs pairs) {
        double sum = 0;
        for (int taken = 0; taken < counts.length; taken++) {
            for (int given = 0; given < counts.length; given++) {
                sum += pairs.has(taken, given) ? counts[taken][given] : 0;
            }
        }
        return sum;
    }
}
