package dev.touchstone.metric;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By how much answers are better than others for the same rows, in the metric's unit; above 0 means better, whatever the
 * metric's direction.
 *
 * @param interval 95 % confidence interval by a bootstrap over the rows, each drawn for both sides at once
 * @param pValue of the paired test; null where the other side is the mean of several
 */
public record Gain(
        double value, Interval interval, @Nullable Double pValue) {
    /**
     * Compares answers.
     *
     * @param others at least one; of several the mean of their figures counts
     * @param seed decides the draws
     */
    public static Gain of(
            Metric metric,
            Direction direction,
            Predictions answers,
            List<Predictions> others,
            Targets targets,
            Seed seed) {
        double[] scores = metric.rowScores(answers, targets);
        List<double[]> otherScores =
                others.stream().map(other -> metric.rowScores(other, targets)).toList();
        double mean = others.stream()
                .mapToDouble(other -> metric.value(other, targets))
                .average()
                .orElseThrow();
        Interval interval = Bootstrap.interval(
                scores,
                metric.groups(targets),
                (drawnMean, drawn) -> {
                    Targets resample = targets.select(drawn);
                    double other = otherScores.stream()
                            .mapToDouble(each -> metric.ofMean(mean(each, drawn), resample))
                            .average()
                            .orElseThrow();
                    return better(direction, metric.ofMean(drawnMean, resample), other);
                },
                Interval.CONFIDENCE,
                seed.derive("gain"));
        double value = better(direction, metric.value(answers, targets), mean);
        return others.size() > 1
                ? new Gain(value, interval, null)
                : new Gain(value, interval, PairedTest.pValue(metric, answers, others.get(0), targets, seed));
    }

    private static double better(Direction direction, double value, double other) {
        return direction == Direction.MAXIMISE ? value - other : other - value;
    }

    private static double mean(double[] scores, int[] drawn) {
        double sum = 0;
        for (int index : drawn) {
            sum += scores[index];
        }
        return sum / drawn.length;
    }
}
