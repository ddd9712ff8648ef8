package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import java.util.stream.IntStream;

/**
 * Short trainings at several learning rates, from the rate at which a ramp's loss is lowest downwards. A ramp shows which
 * rates can be used at all; which of them suits the planned number of iterations shows only when they are used for some.
 * Published rules read it from the ramp and leave a margin that a short training cannot afford.
 *
 * @param rates descending
 * @param losses at the end of each, on some train rows, the mean of its trainings; not finite where one diverged
 * @param start the mean loss before the trainings
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TriedRates(double[] rates, double[] losses, double start) {
    /** Smith (2015) puts the optimum within a factor of 2 below the largest rate that converges. */
    private static final double STEP = 2;

    /** A decade and a half below the ramp's lowest loss: fastai's minimum rule takes a tenth of it. */
    private static final int RATES = 6;

    /** Of the planned iterations: the fewer steps, the higher the rate that gets furthest in them. */
    private static final int PART = 2;

    /** Trainings at each rate, with other initial parameters and batches: what gets furthest once may not again. */
    private static final int REPEATS = 2;

    /** As many as published range tests take, so that check has its answer within seconds. */
    private static final int MOST_STEPS = 100;

    /** A twentieth of what is gained is within the noise of a short training: TheDeepChecker's stagnation. */
    private static final double NEARLY_AS_GOOD = RateRamp.LEAST_GAIN;

    /** @param edge the rate of the ramp's lowest loss */
    static TriedRates of(GateSubject subject, double edge) {
        return subject.measured().get("tried rates below " + edge, TriedRates.class, () -> measure(subject, edge));
    }

    private static TriedRates measure(GateSubject subject, double edge) {
        long planned = subject.plan().iterations();
        long steps = Math.max(1, Math.min(MOST_STEPS, planned / PART));
        double[] rates = new double[RATES];
        double[] losses = new double[RATES];
        double start = 0;
        Seed seed = subject.measured().seed().derive("tried-rates");
        for (int i = 0; i < RATES; i++) {
            rates[i] = edge / Math.pow(STEP, i);
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                ShortRun run = ShortRun.atAnotherRate(subject, seed.derive("repeat", repeat), steps, rates[i]);
                losses[i] += run.loss() / REPEATS;
                start += run.start().loss() / REPEATS / RATES;
            }
        }
        return new TriedRates(rates, losses, start);
    }

    /** The middle, in decades, of the best rate and its neighbours that are nearly as good; NaN when all diverged. */
    double suggestion() {
        int best = IntStream.range(0, RATES)
                .filter(i -> Double.isFinite(losses[i]))
                .reduce((a, b) -> losses[b] < losses[a] ? b : a)
                .orElse(-1);
        if (best < 0) {
            return Double.NaN;
        }
        double bound = losses[best] + NEARLY_AS_GOOD * Math.max(0, start - losses[best]);
        int highest = best;
        while (highest > 0 && losses[highest - 1] <= bound) {
            highest--;
        }
        int lowest = best;
        while (lowest < RATES - 1 && losses[lowest + 1] <= bound) {
            lowest++;
        }
        return Math.sqrt(rates[highest] * rates[lowest]);
    }
}
