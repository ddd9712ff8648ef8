package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How many labels of unlike fifths numbers have that are hard to tell by nature: what neighbours say of the same rows, blurred by
 * more and more normal noise.
 */
final class NormalNoise {
    private static final int STEPS = 10;

    private static final int DRAWS = 4;

    /** Unlike labels by like ones, each beside chance. */
    private final TreeMap<Double, Double> curve = new TreeMap<>();

    NormalNoise(Neighbourhood neighbourhood, double[] numbers, Seed seed) {
        double[] told = told(neighbourhood, scores(numbers, seed.derive("ties")));
        for (int step = 0; step < STEPS; step++) {
            double correlation = (double) step / STEPS;
            UnlikeLabels sum = UnlikeLabels.NONE;
            for (int draw = 0; draw < DRAWS; draw++) {
                SplittableRandom random = seed.derive("draw", draw).random();
                double[] blurred = Arrays.stream(told)
                        .map(number ->
                                correlation * number + Math.sqrt(1 - correlation * correlation) * random.nextGaussian())
                        .toArray();
                sum = sum.plus(Fifths.unlike(neighbourhood, blurred, seed.derive("blurred", draw)));
            }
            if (sum.canTell()) {
                curve.put(sum.shareOfLike(), sum.share());
            }
        }
    }

    /** @param alike labels of like fifths beside chance */
    double unlike(double alike) {
        var below = curve.floorEntry(alike);
        var above = curve.ceilingEntry(alike);
        if (below == null || above == null) {
            return below != null ? below.getValue() : above != null ? above.getValue() : Double.NaN;
        }
        double way = above.getKey() - below.getKey();
        double part = way == 0 ? 0 : (alike - below.getKey()) / way;
        return below.getValue() + part * (above.getValue() - below.getValue());
    }

    /** Numbers in the same order that are normally distributed; of equal ones any first. */
    private static double[] scores(double[] numbers, Seed seed) {
        int[] any = seed.permutation(numbers.length);
        int[] order = IntStream.of(any)
                .boxed()
                .sorted((one, other) -> Double.compare(numbers[one], numbers[other]))
                .mapToInt(row -> row)
                .toArray();
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double[] scores = new double[numbers.length];
        for (int rank = 0; rank < order.length; rank++) {
            scores[order[rank]] = normal.inverseCumulativeProbability((rank + 0.5) / order.length);
        }
        return scores;
    }

    /** What neighbours of neighbours say, of mean 0 and deviation 1. */
    private static double[] told(Neighbourhood neighbourhood, double[] scores) {
        double[] twice = means(neighbourhood, means(neighbourhood, scores));
        double mean = Arrays.stream(twice).average().orElse(0);
        double variance =
                Arrays.stream(twice).map(x -> (x - mean) * (x - mean)).average().orElse(0);
        double deviation = variance == 0 ? 1 : Math.sqrt(variance);
        return Arrays.stream(twice).map(x -> (x - mean) / deviation).toArray();
    }

    private static double[] means(Neighbourhood neighbourhood, double[] numbers) {
        return Arrays.stream(neighbourhood.nearest())
                .mapToDouble(near -> IntStream.of(near)
                        .mapToDouble(row -> numbers[row])
                        .average()
                        .orElse(0))
                .toArray();
    }
}
