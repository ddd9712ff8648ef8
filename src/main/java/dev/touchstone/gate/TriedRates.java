package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.util.MathArrays;

/**
 * Short trainings at several learning rates, from above the rate at which a ramp's loss is lowest downwards. A ramp shows
 * which rates can be used at all; which of them suits the planned number of iterations shows only when they are used for
 * some. Published rules read it from the ramp and leave a margin that a short training cannot afford.
 *
 * @param rates descending
 * @param losses at the end of each training, on some train rows, by rate and repeat; not finite where it diverged
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TriedRates(double[] rates, double[][] losses) {
    /** Smith (2015) puts the optimum within a factor of 2 below the largest rate that converges. */
    private static final double STEP = 2;

    /**
     * From a step above the ramp's lowest loss, so that the best lies between two others, to more than a decade below it:
     * fastai's minimum rule takes a tenth of it.
     */
    private static final int RATES = 6;

    /** Trainings at each rate, with other initial parameters and batches: what gets furthest once may not again. */
    private static final int REPEATS = 4;

    /** As many as published range tests take, so that check has its answer within seconds. */
    private static final int MOST_STEPS = 100;

    /** @param edge the rate of the ramp's lowest loss */
    static TriedRates of(GateSubject subject, double edge) {
        return subject.measured()
                .get("rates tried " + REPEATS + " times about " + edge, TriedRates.class, () -> measure(subject, edge));
    }

    private static TriedRates measure(GateSubject subject, double edge) {
        long steps = Math.min(MOST_STEPS, subject.plan().iterations());
        double[] rates = new double[RATES];
        double[][] losses = new double[RATES][REPEATS];
        Seed seed = subject.measured().seed().derive("tried-rates");
        for (int i = 0; i < RATES; i++) {
            rates[i] = edge * Math.pow(STEP, 1 - i);
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                losses[i][repeat] = ShortRun.atAnotherRate(subject, seed.derive("repeat", repeat), steps, rates[i])
                        .loss();
            }
        }
        return new TriedRates(rates, losses);
    }

    /**
     * The lowest rate that is as good as the best as far as can be told (the rule of one standard error of Breiman et al.
     * 1984, Classification and Regression Trees; of the repeats' differences): what is learnt at it holds for other rows at
     * least as well. Where only the best is: where a parabola through its loss and those beside it is lowest, over the
     * logarithm of the rate (Brent 1973, Algorithms for Minimization without Derivatives), or its rate where a loss beside it
     * is unknown. NaN when all diverged.
     */
    double suggestion() {
        int best = IntStream.range(0, RATES)
                .filter(i -> Double.isFinite(loss(i)))
                .reduce((a, b) -> loss(b) < loss(a) ? b : a)
                .orElse(-1);
        if (best < 0) {
            return Double.NaN;
        }
        int lowest = best;
        while (lowest + 1 < RATES && isAsGood(lowest + 1, best)) {
            lowest++;
        }
        return lowest > best ? rates[lowest] : aboutTheBest(best);
    }

    private double aboutTheBest(int best) {
        if (best == 0 || best == RATES - 1 || !Double.isFinite(loss(best - 1) + loss(best + 1))) {
            return rates[best];
        }
        double curvature = loss(best - 1) - 2 * loss(best) + loss(best + 1);
        double stepsUp = curvature > 0 ? (loss(best + 1) - loss(best - 1)) / (2 * curvature) : 0;
        return rates[best] * Math.pow(STEP, stepsUp);
    }

    /** The mean of a rate's trainings. */
    private double loss(int i) {
        return new Mean().evaluate(losses[i]);
    }

    private boolean isAsGood(int i, int best) {
        double[] worse = MathArrays.ebeSubtract(losses[i], losses[best]);
        double error = new StandardDeviation().evaluate(worse) / Math.sqrt(worse.length);
        return new Mean().evaluate(worse) <= error;
    }
}
