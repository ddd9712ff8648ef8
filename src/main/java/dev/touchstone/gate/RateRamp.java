package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.training.Learner;
import dev.touchstone.training.Shuffle;
import java.util.Arrays;
import java.util.List;

/**
 * The loss while the learning rate rises exponentially over real batches, augmented as the trial means to (Smith 2015, arXiv 1506.01186; exponential as
 * in fastai). The loss is that of fixed probe rows after each step, so that the curve shows what the step did and not
 * which rows a batch happened to hold; it is then smoothed by a centred average, which unlike a running average does not
 * shift the curve to higher rates.
 *
 * @param rates one a step
 * @param batchLosses loss on each step's own batch, before the step
 * @param losses smoothed loss on the probe rows after each step
 * @param startLoss loss on the probe rows before the first step
 * @param stepsPerEFold steps in which the rate grows by a factor of e
 */
@SuppressWarnings("ArrayRecordComponent") // a curve, never compared
record RateRamp(double[] rates, double[] batchLosses, double[] losses, double startLoss, double stepsPerEFold) {
    /** fastai and Lightning begin at 1e-7 and 1e-8 with 100 steps; nothing was seen to move below 1e-6 in so few. */
    static final double FIRST_RATE = 1e-6;

    /** fastai ends at 10; one decade more, because plain gradient descent on scaled inputs may stand 10. */
    static final double LAST_RATE = 100;

    /** 15 steps a decade, as fastai's 100 steps over 8 decades and Lightning's are 12. */
    static final int STEPS = 120;

    /** fastai and Lightning stop when the smoothed loss is over 4 times the best. */
    static final double DIVERGED = 4;

    /** Rows the loss is read on: a standard error of about 1/16 of the losses' spread, for one forward pass. */
    private static final int PROBE_ROWS = 256;

    /** Steps on either side that a point is averaged with: a fifth of a decade. */
    private static final int SMOOTHING = 1;

    static RateRamp measure(GateSubject subject) {
        Seed seed = subject.seed("ramp");
        Rows probe = subject.sample(PROBE_ROWS, "ramp-probe");
        Shuffle shuffle = new Shuffle(subject.train(), subject.plan().batchSize(), seed);
        double growth = Math.pow(LAST_RATE / FIRST_RATE, 1.0 / (STEPS - 1));
        double[] rates = new double[STEPS];
        double[] batchLosses = new double[STEPS];
        double[] losses = new double[STEPS];
        int done = 0;
        double start;
        try (Learner learner = subject.learners().regularised(subject.networkSeed())) {
            start = loss(subject, learner, probe);
            double best = start;
            int[] order = shuffle.order(1);
            for (int step = 0; step < STEPS; step++) {
                int batch = step % shuffle.batchesAnEpoch();
                if (batch == 0) {
                    order = shuffle.order(1 + step / shuffle.batchesAnEpoch());
                }
                rates[step] = FIRST_RATE * Math.pow(growth, step);
                batchLosses[step] = learner.step(List.of(new Learner.Step(
                        subject.plan().augmentations().apply(shuffle.batch(order, batch), seed.derive("rows", step)),
                        rates[step],
                        seed.derive("step", step).value())))[0];
                losses[step] = loss(subject, learner, probe);
                done = step + 1;
                best = Math.min(best, losses[step]);
                if (!Double.isFinite(losses[step])
                        || !Double.isFinite(batchLosses[step])
                        || losses[step] > DIVERGED * Math.max(best, start)) {
                    break;
                }
            }
        }
        return new RateRamp(
                Arrays.copyOf(rates, done),
                Arrays.copyOf(batchLosses, done),
                smooth(Arrays.copyOf(losses, done)),
                start,
                1 / Math.log(growth));
    }

    private static double loss(GateSubject subject, Learner learner, Rows probe) {
        return subject.loss().value(learner.predict(0, probe), probe.targets());
    }

    private static double[] smooth(double[] values) {
        double[] smoothed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - SMOOTHING);
            int to = Math.min(values.length, i + SMOOTHING + 1);
            smoothed[i] = Arrays.stream(values, from, to).average().orElseThrow();
        }
        return smoothed;
    }

    /** The step with the lowest smoothed loss. */
    int lowest() {
        int lowest = 0;
        for (int i = 1; i < losses.length; i++) {
            if (losses[i] < losses[lowest]) {
                lowest = i;
            }
        }
        return lowest;
    }
}
