package dev.touchstone.diagnosis.augmentation;

import dev.touchstone.metric.Interval;
import dev.touchstone.metric.Predictions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Finds the classes that augmented held-out rows are confidently moved from and to. Confident is as in confident learning
 * (Northcutt, Jiang and Chuang 2021): the network's first choice, with at least the mean probability that it gives that
 * class on the class's own plain rows. Draws of one row depend on each other, so rows are what is counted: each has the
 * share of its draws that move, and a pair's interval is Student's over the rows of the class, corrected for the number of
 * pairs (Bonferroni).
 */
final class LabelMoves {
    /** The share of wrong labels in widely used test sets (Northcutt, Athalye and Mueller 2021): less is borne anyway. */
    static final double BORNE = 0.033;

    /** With fewer rows of a class, Student's interval of shares says little. */
    static final int LEAST_ROWS = 10;

    private static final int MOST_EXAMPLES = 3;

    private final int[] labels;
    private final Predictions plain;
    private final Predictions augmented;
    private final double[] thresholds;

    /**
     * @param labels of the plain rows
     * @param augmented answers for all first draws of the rows in their order, then all second ones, and so on
     */
    LabelMoves(int[] labels, Predictions plain, Predictions augmented) {
        this.labels = labels;
        this.plain = plain;
        this.augmented = augmented;
        this.thresholds = IntStream.range(0, plain.answers())
                .mapToDouble(label -> rowsOf(label)
                        .mapToDouble(row -> plain.probability(row, label))
                        .average()
                        .orElse(Double.POSITIVE_INFINITY))
                .toArray();
    }

    private IntStream rowsOf(int label) {
        return IntStream.range(0, labels.length).filter(row -> labels[row] == label);
    }

    /** The pairs that are moved beyond doubt and beyond what is borne, the largest share first. */
    List<LabelMove> find() {
        List<LabelMove> moves = new ArrayList<>();
        for (int from = 0; from < thresholds.length; from++) {
            int[] rows = rowsOf(from).toArray();
            for (int to = 0; to < thresholds.length; to++) {
                if (to != from && rows.length >= LEAST_ROWS) {
                    LabelMove move = move(rows, from, to);
                    if (move.beyond().low() > 0 && move.augmented() - move.plain() > BORNE) {
                        moves.add(move);
                    }
                }
            }
        }
        moves.sort(Comparator.comparingDouble(LabelMove::augmented).reversed());
        return moves;
    }

    private LabelMove move(int[] rows, int from, int to) {
        double[] before = new double[rows.length];
        double[] after = new double[rows.length];
        double[] beyond = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            before[i] = isTaken(plain, rows[i], to) ? 1 : 0;
            after[i] = draws(rows[i]).filter(at -> isTaken(augmented, at, to)).count() / (double) draws();
            beyond[i] = after[i] - before[i];
        }
        List<Integer> examples = IntStream.of(rows)
                .flatMap(row ->
                        draws(row).filter(at -> isTaken(augmented, at, to)).limit(1))
                .boxed()
                .sorted(Comparator.comparingDouble(at -> -augmented.probability(at, to)))
                .limit(MOST_EXAMPLES)
                .toList();
        return new LabelMove(from, to, StatUtils.mean(before), StatUtils.mean(after), interval(beyond), examples);
    }

    private int draws() {
        return augmented.rows() / labels.length;
    }

    private IntStream draws(int row) {
        return IntStream.range(0, draws()).map(draw -> draw * labels.length + row);
    }

    private boolean isTaken(Predictions answers, int row, int label) {
        return answers.chosen(row) == label && answers.probability(row, label) >= thresholds[label];
    }

    private Interval interval(double[] differences) {
        int pairs = thresholds.length * (thresholds.length - 1);
        double level = 1 - (1 - Interval.CONFIDENCE) / (2 * pairs);
        double quantile = new TDistribution(null, differences.length - 1).inverseCumulativeProbability(level);
        double mean = StatUtils.mean(differences);
        double error = Math.sqrt(StatUtils.variance(differences) / differences.length);
        return new Interval(mean - quantile * error, mean + quantile * error);
    }
}
