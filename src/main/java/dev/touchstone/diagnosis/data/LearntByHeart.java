package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Targets;
import java.util.Map;

/**
 * What a network gains on rows that have copies in train by knowing these by heart: their labels, against what the nearest
 * other rows say. That is nothing where others say as much, and where rows that are the same have labels of their own, as in a
 * table of few coarse columns: they are no copies, and rows to come will repeat as often.
 */
final class LearntByHeart {
    private LearntByHeart() {}

    /**
     * The share of what the best constant misses on these rows: 0 for nothing, 1 when others say nothing and copies all. Of
     * sets of labels it is taken to be all.
     *
     * @param copies the train rows that are copies of a row, of each row that has some
     */
    static double gain(CheckedData data, Map<Integer, int[]> copies) {
        if (data.rows().targets() instanceof Targets.LabelSets) {
            return 1;
        } else if (copies.isEmpty()) {
            return 0;
        }
        NearestOthers others = NearestOthers.of(data, copies, data.seed().derive("learnt-by-heart"));
        Targets targets = data.rows().targets().select(others.members());
        NeighbourLoss loss = NeighbourLoss.among(targets);
        double constant = 0;
        double saved = 0;
        for (int i = 0; i < others.asked().length; i++) {
            int row = others.asked()[i];
            constant += loss.of(row, new int[0]);
            saved += loss.of(row, others.nearest()[i]) - loss.of(row, others.copies()[i]);
        }
        double copied = Math.max(0, 1 - Contradiction.of(others, targets).ratio());
        return constant == 0 ? 0 : copied * Math.max(0, saved / constant);
    }
}
