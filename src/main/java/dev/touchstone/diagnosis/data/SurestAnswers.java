package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of which neighbours are surest, and the others.
 *
 * @param surest how often those are given to each class
 * @param others how often the others are
 */
record SurestAnswers(AnswerCounts surest, AnswerCounts others) {
    /**
     * Of the rows that are taken for each class those by which it leads the next by most are the surest; of equal ones any.
     *
     * @param share of these rows
     */
    static SurestAnswers of(NeighbourVotes votes, double share, Seed seed) {
        boolean[] surest = new boolean[votes.count()];
        double[] leads =
                IntStream.range(0, votes.count()).mapToDouble(votes::lead).toArray();
        List<List<Integer>> taken = new ArrayList<>();
        for (int label = 0; label < votes.probabilities()[0].length; label++) {
            taken.add(new ArrayList<>());
        }
        IntStream.of(seed.derive("ties").permutation(votes.count()))
                .forEach(row -> taken.get(votes.chosen(row)).add(row));
        for (List<Integer> rows : taken) {
            rows.stream()
                    .sorted(Comparator.comparingDouble((Integer row) -> -leads[row]))
                    .limit(Math.round(share * rows.size()))
                    .forEach(row -> surest[row] = true);
        }
        return new SurestAnswers(
                AnswerCounts.of(votes, row -> surest[row]), AnswerCounts.of(votes, row -> !surest[row]));
    }
}
