package dev.touchstone.metric;

import dev.touchstone.data.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How much better one way of training is than another, each trained several times and judged on the same rows.
 *
 * <p>Two things make it uncertain, and both are in the interval: which rows the split happens to have, in which the two ways
 * are paired, and how training happens to come out, which repeats tell. Their variances add up, and the degrees of freedom
 * follow Satterthwaite (1946).
 *
 * @param before mean value of the one way's trainings
 * @param after mean value of the other way's
 * @param gain by how much the other is better; below 0 when it is worse
 * @param interval of the gain
 * @param runs how often the other was trained
 */
public record TrainingGain(double before, double after, double gain, Interval interval, int runs) {
    /** A step that is small against any score, and large against rounding. */
    private static final double STEP = 1e-6;

    /**
     * Compares two ways.
     *
     * @param before validation predictions of each training, at least two
     * @param after the same of the other way, at least one; where there is one, trainings are taken to differ as before
     * @param confidence of the interval, above 0 and below 1
     * @throws IllegalArgumentException when there are too few trainings
     */
    public static TrainingGain between(
            Metric metric,
            Direction direction,
            List<Predictions> before,
            List<Predictions> after,
            Targets targets,
            double confidence) {
        if (before.size() < 2 || after.isEmpty()) {
            throw new IllegalArgumentException(before.size() + " and " + after.size() + " trainings tell no gain");
        }
        double sign = direction == Direction.MAXIMISE ? 1 : -1;
        double[] valuesBefore = values(metric, before, targets);
        double[] valuesAfter = values(metric, after, targets);
        double gain = sign * (StatUtils.mean(valuesAfter) - StatUtils.mean(valuesBefore));
        double[] differences = influences(metric, after, targets);
        double[] others = influences(metric, before, targets);
        Arrays.setAll(differences, row -> differences[row] - others[row]);
        double spreadBefore = StatUtils.variance(valuesBefore);
        double spreadAfter = after.size() == 1 ? spreadBefore : StatUtils.variance(valuesAfter);
        double half = halfWidth(
                confidence,
                new Part(StatUtils.variance(differences) / differences.length, differences.length - 1),
                new Part(spreadBefore / before.size(), before.size() - 1),
                new Part(spreadAfter / after.size(), after.size() == 1 ? before.size() - 1 : after.size() - 1));
        return new TrainingGain(
                StatUtils.mean(valuesBefore),
                StatUtils.mean(valuesAfter),
                gain,
                new Interval(gain - half, gain + half),
                after.size());
    }

    /** A part of the gain's variance. */
    private record Part(double variance, int degrees) {}

    private static double halfWidth(double confidence, Part... parts) {
        double variance = Arrays.stream(parts).mapToDouble(Part::variance).sum();
        if (!(variance > 0)) {
            return variance; // 0, or NaN
        }
        double inverse = Arrays.stream(parts)
                .mapToDouble(part -> part.variance() * part.variance() / part.degrees())
                .sum();
        TDistribution student = new TDistribution(null, variance * variance / inverse);
        return Math.sqrt(variance) * student.inverseCumulativeProbability((1 + confidence) / 2);
    }

    private static double[] values(Metric metric, List<Predictions> trainings, Targets targets) {
        return trainings.stream()
                .mapToDouble(predictions -> metric.value(predictions, targets))
                .toArray();
    }

    /** How far each row moves the mean value of trainings: its scores' distances from their means, times the value's slope. */
    private static double[] influences(Metric metric, List<Predictions> trainings, Targets targets) {
        double[] sums = new double[targets.count()];
        for (Predictions predictions : trainings) {
            double[] scores = metric.rowScores(predictions, targets);
            double mean = DoubleStream.of(scores).average().orElse(Double.NaN);
            double step = Math.max(STEP, STEP * Math.abs(mean));
            double slope = (metric.ofMean(mean + step, targets) - metric.ofMean(mean, targets)) / step;
            Arrays.setAll(sums, row -> sums[row] + slope * (scores[row] - mean) / trainings.size());
        }
        return sums;
    }
}
