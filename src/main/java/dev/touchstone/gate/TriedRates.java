package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import java.util.stream.IntStream;

/**
 * Short trainings at several learning rates, from above the rate at which a ramp's loss is lowest downwards. A ramp shows
 * which rates can be used at all; which of them suits the planned number of iterations shows only when they are used for
 * some. Published rules read it from the ramp and leave a margin that a short training cannot afford. Validation rows tell,
 * by which trials are ranked: the loss of train rows is often lowest at a rate that suits other rows less (measured, see
 * {@code docs/gates.md}).
 *
 * @param rates descending
 * @param losses at the end of each, on some validation rows, the mean of its trainings; not finite where one diverged
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TriedRates(double[] rates, double[] losses) {
    /** Smith (2015) puts the optimum within a factor of 2 below the largest rate that converges. */
    private static final double STEP = 2;

    /**
     * From a step above the ramp's lowest loss, so that the best lies between two others, to more than a decade below it:
     * fastai's minimum rule takes a tenth of it.
     */
    private static final int RATES = 6;

    /** Trainings at each rate, with other initial parameters and batches: what gets furthest once may not again. */
    private static final int REPEATS = 3;

    /** As many as published range tests take, so that check has its answer within seconds. */
    private static final int MOST_STEPS = 100;

    /** @param edge the rate of the ramp's lowest loss */
    static TriedRates of(GateSubject subject, double edge) {
        return subject.measured().get("tried rates about " + edge, TriedRates.class, () -> measure(subject, edge));
    }

    private static TriedRates measure(GateSubject subject, double edge) {
        long steps = Math.min(MOST_STEPS, subject.plan().iterations());
        double[] rates = new double[RATES];
        double[] losses = new double[RATES];
        Seed seed = subject.measured().seed().derive("tried-rates");
        for (int i = 0; i < RATES; i++) {
            rates[i] = edge * Math.pow(STEP, 1 - i);
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                losses[i] += ShortRun.seenByValidation(subject, seed.derive("repeat", repeat), steps, rates[i])
                                .loss()
                        / REPEATS;
            }
        }
        return new TriedRates(rates, losses);
    }

    /**
     * Where a parabola through the lowest loss and those beside it is lowest, over the logarithm of the rate (Brent 1973,
     * Algorithms for Minimization without Derivatives); the rate of the lowest loss where one beside it is unknown; NaN when
     * all diverged.
     */
    double suggestion() {
        int best = IntStream.range(0, RATES)
                .filter(i -> Double.isFinite(losses[i]))
                .reduce((a, b) -> losses[b] < losses[a] ? b : a)
                .orElse(-1);
        if (best < 0) {
            return Double.NaN;
        } else if (best == 0 || best == RATES - 1 || !Double.isFinite(losses[best - 1] + losses[best + 1])) {
            return rates[best];
        }
        double curvature = losses[best - 1] - 2 * losses[best] + losses[best + 1];
        double stepsUp = curvature > 0 ? (losses[best + 1] - losses[best - 1]) / (2 * curvature) : 0;
        return rates[best] * Math.pow(STEP, stepsUp);
    }
}
