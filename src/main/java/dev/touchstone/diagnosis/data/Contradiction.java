package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Targets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * How far labels of rows that are the same are from each other, beside those of rows that are near. As far where features tell
 * no more: a table of few coarse columns has many such rows, and none of its labels needs to be wrong.
 *
 * @param ofSame mean share of labels that differ, or mean square of the difference of numbers
 * @param ofNear the same of the nearest other rows
 * @param error standard error of the difference between the two; rows that are the same are not independent, sets of them are
 */
record Contradiction(double ofSame, double ofNear, double error) {
    /** Standard errors: beyond chance. */
    private static final double ERRORS = 2;

    static Contradiction of(NearestOthers others, Targets targets) {
        Difference difference = Difference.among(targets);
        SummaryStatistics same = new SummaryStatistics();
        SummaryStatistics near = new SummaryStatistics();
        Map<Integer, SummaryStatistics> more = new HashMap<>();
        for (int i = 0; i < others.asked().length; i++) {
            int row = others.asked()[i];
            double ofSame = difference.mean(row, others.copies()[i]);
            double ofNear = difference.mean(row, others.nearest()[i]);
            same.addValue(ofSame);
            near.addValue(ofNear);
            int first = Math.min(row, others.copies()[i][0]);
            more.computeIfAbsent(first, set -> new SummaryStatistics()).addValue(ofSame - ofNear);
        }
        double mean = same.getMean() - near.getMean();
        double squares = more.values().stream()
                .mapToDouble(set -> Math.pow(set.getSum() - set.getN() * mean, 2))
                .sum();
        return new Contradiction(same.getMean(), near.getMean(), Math.sqrt(squares) / Math.max(1, same.getN()));
    }

    /** @param same sets of rows that are the same, those that agree among them */
    static Contradiction among(List<List<Integer>> same, CheckedData data) {
        Map<Integer, int[]> copies = IdenticalRows.copies(same, other -> true);
        NearestOthers others = NearestOthers.of(data, copies, data.seed().derive("contradiction"));
        return of(others, data.rows().targets().select(others.members()));
    }

    /** Whether rows that are the same contradict each other more than near ones, by more than chance. */
    boolean isBeyondThatOfNearRows() {
        return ofSame - ofNear > ERRORS * error;
    }

    /** How far rows that are the same are from each other, relative to near ones: 0 where they always agree. */
    double ratio() {
        return ofNear > 0 ? ofSame / ofNear : ofSame > 0 ? 1 : 0;
    }

    /** How far labels of rows are from each other. */
    private interface Difference {
        double of(int row, int other);

        static Difference among(Targets targets) {
            if (targets instanceof Targets.Values values) {
                float[] numbers = values.numbers();
                return (row, other) -> Math.pow((double) numbers[row] - numbers[other], 2);
            }
            int[] labels = ((Targets.Classes) targets).labels();
            return (row, other) -> labels[row] == labels[other] ? 0 : 1;
        }

        default double mean(int row, int[] others) {
            return IntStream.of(others)
                    .mapToDouble(other -> of(row, other))
                    .average()
                    .orElse(0);
        }
    }
}
