package dev.touchstone.diagnosis.augmentation;

import dev.touchstone.metric.Predictions;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * What training with an augmentation does to the share of a class's plain validation rows that are right, over several seeds
 * whose networks start and are dealt rows alike with it and without it.
 *
 * @param plain mean share without it
 * @param augmented mean share with it
 * @param pValue how probable so great a loss would be by the seeds alone: the paired test of Student, one-sided
 */
record Harm(double plain, double augmented, double pValue) {
    /**
     * The harm to one class.
     *
     * @param plain answers for the validation rows, one a seed
     * @param augmented likewise, in the same order of seeds
     */
    static Harm to(int label, int[] labels, List<Predictions> plain, List<Predictions> augmented) {
        double[] without = recalls(label, labels, plain);
        double[] with = recalls(label, labels, augmented);
        double[] losses = IntStream.range(0, without.length)
                .mapToDouble(i -> without[i] - with[i])
                .toArray();
        return new Harm(StatUtils.mean(without), StatUtils.mean(with), pValue(losses));
    }

    private static double[] recalls(int label, int[] labels, List<Predictions> ofSeeds) {
        return ofSeeds.stream()
                .mapToDouble(answers -> IntStream.range(0, labels.length)
                        .filter(row -> labels[row] == label)
                        .map(row -> answers.chosen(row) == label ? 1 : 0)
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }

    private static double pValue(double[] losses) {
        double mean = StatUtils.mean(losses);
        double error = Math.sqrt(StatUtils.variance(losses) / losses.length);
        if (error == 0) {
            return mean > 0 ? 0 : 1;
        }
        return new TDistribution(null, losses.length - 1).cumulativeProbability(-mean / error);
    }
}
