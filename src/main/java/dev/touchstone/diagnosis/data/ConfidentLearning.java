package dev.touchstone.diagnosis.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Confident learning (Northcutt, Jiang and Chuang 2021): a row counts as confidently of a class when its probability is at
 * least the mean that the rows given to that class have of it. The counts of given and confident class estimate how
 * many labels are wrong; for each pair of classes so many rows are named, those that speak most against their label.
 *
 * @param noiseRate the estimated share of wrong labels, 0 to 1
 * @param suspects the rows whose labels are likely wrong, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record ConfidentLearning(double noiseRate, int[] suspects) {
    /** Of the share of all rows that are taken for their class: a class of which fewer are is another matter than wrong labels. */
    private static final double HALF = 0.5;

    static ConfidentLearning of(NeighbourVotes votes) {
        double[][] wrong = calibrated(confidentCounts(votes), votes.labels());
        double right = IntStream.range(0, wrong.length)
                        .mapToDouble(label -> wrong[label][label])
                        .sum()
                / votes.count();
        List<Integer> suspects = new ArrayList<>();
        double total = 0;
        for (int given = 0; given < wrong.length; given++) {
            if (right(wrong, given) <= HALF * right) {
                continue; // a class that neighbours do not tell, as one that is rare among rows that tell little
            }
            for (int likely = 0; likely < wrong.length; likely++) {
                if (likely != given) {
                    total += wrong[given][likely];
                    suspects.addAll(named(votes, given, likely, Math.round(wrong[given][likely])));
                }
            }
        }
        return new ConfidentLearning(
                total / votes.count(),
                suspects.stream().mapToInt(row -> row).distinct().sorted().toArray());
    }

    /** Which share of a class's rows is taken for it. */
    private static double right(double[][] counts, int given) {
        return counts[given][given] / Arrays.stream(counts[given]).sum();
    }

    /** How many rows of each given class are confidently of each class. */
    private static double[][] confidentCounts(NeighbourVotes votes) {
        int classes = votes.probabilities()[0].length;
        double[][] counts = new double[classes][classes];
        int[] confident = confident(votes);
        for (int row = 0; row < confident.length; row++) {
            if (confident[row] >= 0) {
                counts[votes.labels()[row]][confident[row]]++;
            }
        }
        return counts;
    }

    /** Of which class each row confidently is, of several the most probable; -1 for none. */
    static int[] confident(NeighbourVotes votes) {
        double[] thresholds = thresholds(votes);
        int[] confident = new int[votes.count()];
        for (int row = 0; row < confident.length; row++) {
            double[] probabilities = votes.probabilities()[row];
            confident[row] = IntStream.range(0, thresholds.length)
                    .filter(label -> probabilities[label] >= thresholds[label])
                    .boxed()
                    .max(Comparator.comparingDouble(label -> probabilities[label]))
                    .orElse(-1);
        }
        return confident;
    }

    /** The mean probability of a class over the rows that are given to it; more than 1 for a class without rows. */
    private static double[] thresholds(NeighbourVotes votes) {
        int classes = votes.probabilities()[0].length;
        double[] sums = new double[classes];
        int[] counts = new int[classes];
        for (int row = 0; row < votes.count(); row++) {
            int given = votes.labels()[row];
            sums[given] += votes.probabilities()[row][given];
            counts[given]++;
        }
        return IntStream.range(0, classes)
                .mapToDouble(label -> counts[label] == 0 ? 2 : sums[label] / counts[label])
                .toArray();
    }

    /** The counts, scaled so that those of a given class sum to its rows. */
    private static double[][] calibrated(double[][] counts, int[] labels) {
        double[][] scaled = new double[counts.length][];
        for (int given = 0; given < counts.length; given++) {
            int label = given;
            long rows = IntStream.of(labels).filter(each -> each == label).count();
            double sum = Arrays.stream(counts[given]).sum();
            scaled[given] = Arrays.stream(counts[given])
                    .map(count -> sum == 0 ? 0 : count * rows / sum)
                    .toArray();
        }
        return scaled;
    }

    /** The rows of a given class that are by the widest margin likelier to be of the other. */
    private static List<Integer> named(NeighbourVotes votes, int given, int likely, long most) {
        return IntStream.range(0, votes.count())
                .filter(row -> votes.labels()[row] == given && margin(votes, row, likely) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> margin(votes, row, likely))
                        .reversed())
                .limit(most)
                .toList();
    }

    private static double margin(NeighbourVotes votes, int row, int likely) {
        return votes.probabilities()[row][likely] - votes.probabilities()[row][votes.labels()[row]];
    }
}
