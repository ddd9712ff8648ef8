package dev.touchstone.diagnosis.augmentation;

import dev.touchstone.metric.Predictions;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * What training with an augmentation does to a class that it moves to another one, on plain validation rows and over several
 * seeds whose networks start and are dealt rows alike with it and without it. Two things must be worse, or the move is not
 * what did the harm: the share of the class's rows that are right, and how often the two classes are confused.
 *
 * @param plain mean share of the class's rows that are right without it
 * @param augmented mean share with it
 * @param pValue how probable so much harm would be by the seeds alone: the larger one of two paired tests of Student,
 *     one-sided, which is the test of both (Berger 1982)
 */
record Harm(double plain, double augmented, double pValue) {
    /** A share of rows that says how good or bad a network's answers are. */
    private interface Share {
        double of(Predictions answers);
    }

    /**
     * The harm to the class {@code from}, which is moved to {@code to}.
     *
     * @param labels of the validation rows
     * @param plain answers for them, one a seed
     * @param augmented likewise, in the same order of seeds
     */
    static Harm of(int from, int to, int[] labels, List<Predictions> plain, List<Predictions> augmented) {
        double[] rightWithout = each(plain, answers -> taken(answers, labels, from, from));
        double[] rightWith = each(augmented, answers -> taken(answers, labels, from, from));
        Share confused = answers -> taken(answers, labels, from, to) + taken(answers, labels, to, from);
        return new Harm(
                StatUtils.mean(rightWithout),
                StatUtils.mean(rightWith),
                Math.max(pValue(rightWithout, rightWith), pValue(each(augmented, confused), each(plain, confused))));
    }

    private static double[] each(List<Predictions> ofSeeds, Share share) {
        return ofSeeds.stream().mapToDouble(share::of).toArray();
    }

    /** The share of a class's rows that are taken for a class. */
    private static double taken(Predictions answers, int[] labels, int label, int forLabel) {
        return IntStream.range(0, labels.length)
                .filter(row -> labels[row] == label)
                .map(row -> answers.chosen(row) == forLabel ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** Of the first being larger than the second by chance. */
    private static double pValue(double[] larger, double[] smaller) {
        double[] differences = IntStream.range(0, larger.length)
                .mapToDouble(i -> larger[i] - smaller[i])
                .toArray();
        double mean = StatUtils.mean(differences);
        double error = Math.sqrt(StatUtils.variance(differences) / differences.length);
        if (error == 0) {
            return mean > 0 ? 0 : 1;
        }
        return new TDistribution(null, differences.length - 1).cumulativeProbability(-mean / error);
    }
}
