package dev.touchstone.diagnosis.data;

import java.util.stream.IntStream;

/**
 * Tells labels that are wrong from rows that are hard to tell. A wrong label may stand anywhere in the class that a row is
 * really of; a row that is hard to tell lies where rows of both classes meet, so that among its neighbours are more of its
 * own label than among those of other rows of the class it is taken for.
 */
final class ScatteredLabels {
    /** Standard errors: beyond chance. */
    private static final double ERRORS = 2;

    /** The deviation of a number that is as likely anywhere from 0 to 1. */
    private static final double OF_UNIFORM = Math.sqrt(1.0 / 12);

    private ScatteredLabels() {}

    /**
     * The share of the rows that confident learning takes for another class which stand anywhere in it, by two standard
     * errors at least: of a wrong label the rank among that class's rows by the votes for it is even, of a row that
     * is hard to tell it is near the top.
     *
     * @param confident of which class each row is taken to be; -1 for none
     * @param votes each of one neighbour
     */
    static double share(int[] confident, NeighbourVotes votes) {
        int[] others = IntStream.range(0, confident.length)
                .filter(row -> confident[row] >= 0 && confident[row] != votes.labels()[row])
                .toArray();
        double mean = IntStream.of(others)
                .mapToDouble(row -> rank(row, confident, votes))
                .average()
                .orElse(1);
        double error = OF_UNIFORM / Math.sqrt(others.length);
        return Math.max(0, Math.min(1, 2 * (1 - mean - ERRORS * error)));
    }

    /**
     * The share of the rows of the class it is taken for, and rightly given to it, that have fewer votes for its label; half
     * of those with as many.
     */
    private static double rank(int row, int[] confident, NeighbourVotes votes) {
        int label = votes.labels()[row];
        int likely = confident[row];
        double own = votes.probabilities()[row][label];
        double below = 0;
        int all = 0;
        for (int other = 0; other < confident.length; other++) {
            if (confident[other] == likely && votes.labels()[other] == likely) {
                double theirs = votes.probabilities()[other][label];
                below += theirs < own ? 1 : theirs == own ? 0.5 : 0;
                all++;
            }
        }
        return all == 0 ? 1 : below / all;
    }
}
