package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import java.util.Arrays;
import java.util.Locale;

/**
 * The loss while the learning rate rises exponentially over real batches, augmented as the trial means to (Smith 2015,
 * arXiv 1506.01186; exponential as in fastai). The loss is that of fixed probe rows after each step, so that the curve
 * shows what the step did and not which rows a batch happened to hold; it is then smoothed by a centred average, which
 * unlike a running average does not shift the curve to higher rates. The rate rises in large strides until the loss
 * moves, for nothing is to be seen before.
 *
 * @param rates one a step, ascending
 * @param batchLosses loss on each step's own batch, before the step
 * @param losses smoothed loss on the probe rows after each step
 * @param startLoss loss on the probe rows before the first step
 * @param guessedLoss what it costs to know of the probe rows how often each answer occurs
 */
@SuppressWarnings("ArrayRecordComponent") // a curve, never compared
record RateRamp(double[] rates, double[] batchLosses, double[] losses, double startLoss, double guessedLoss) {
    /** fastai and Lightning begin at 1e-7 and 1e-8 with 100 steps; nothing was seen to move below 1e-6 in so few. */
    static final double FIRST_RATE = 1e-6;

    /** fastai ends at 10; one decade more, because plain gradient descent on scaled inputs may stand 10. */
    static final double LAST_RATE = 100;

    /** Steps a decade once the loss moves: Lightning's 100 steps over 8 decades are as many, and fastai's too. */
    static final double STEPS_A_DECADE = 12.5;

    /** Steps in which the rate grows by a factor of e once the loss moves. */
    static final double STEPS_PER_E_FOLD = STEPS_A_DECADE / Math.log(10);

    /** A loss that falls by less than this share is called stagnant by TheDeepChecker (TOSEM 2022). */
    static final double LEAST_GAIN = 0.05;

    /** The loss moves when it has changed by a tenth of what a curve must fall to be read. */
    static final double MOVED = LEAST_GAIN / 10;

    static RateRamp measure(GateSubject subject, int repeat) {
        Seed seed = subject.measured().seed().derive("ramp", repeat);
        try (RampRun run =
                new RampRun(subject, seed, Probe.coarse(subject, seed).rows())) {
            return run.toEnd();
        }
    }

    /** Whether it came to a loss that is lower than that of guessing and of the start, by what is no stagnation. */
    boolean learns() {
        return losses[lowest()] < (1 - LEAST_GAIN) * Math.min(startLoss, guessedLoss);
    }

    /** Whether the curve falls enough to say anything. */
    boolean isReadable() {
        return !movesAtOnce() && gain() >= LEAST_GAIN * startLoss && rise() <= gain();
    }

    /** What is the matter with a curve that says nothing. */
    String whyUnreadable() {
        if (movesAtOnce()) {
            return String.format(
                    Locale.ROOT,
                    "a rate of %.0e moves the loss from %.3g to %.3g already: the optimiser does not follow the rate, or the"
                            + " inputs are far from normalised",
                    rates[0],
                    startLoss,
                    losses[0]);
        }
        if (largestMove() < LEAST_GAIN) {
            return String.format(
                    Locale.ROOT,
                    "changing the learning rate changes nothing: up to %.3g the loss moved by at most %.2g %%",
                    rates[rates.length - 1],
                    100 * largestMove());
        } else if (gain() < LEAST_GAIN * startLoss) {
            return String.format(
                    Locale.ROOT,
                    "no rate made the loss fall by %.0f %% of its start: the curve is too flat to read",
                    100 * LEAST_GAIN);
        }
        return String.format(
                Locale.ROOT,
                "the loss rose by %.3g and fell by %.3g as the rate grew: the curve is too noisy to read",
                rise(),
                gain());
    }

    /** Whether the lowest rate moves the loss already, so that nothing lies below what is usable. */
    boolean movesAtOnce() {
        return !(Math.abs(losses[0] - startLoss) < MOVED * startLoss);
    }

    /** How far the loss ever was from its start, as a share of it: next to nothing when no rate changes anything. */
    double largestMove() {
        return Arrays.stream(losses)
                        .map(loss -> Double.isFinite(loss) ? Math.abs(loss - startLoss) : Double.POSITIVE_INFINITY)
                        .max()
                        .orElse(0)
                / startLoss;
    }

    /** By how much the loss fell. */
    double gain() {
        return startLoss - losses[lowest()];
    }

    /** By how much the loss rose on its way down: a curve that rises by more than it falls is all noise. */
    double rise() {
        double rise = Math.max(0, losses[0] - startLoss);
        for (int i = 1; i <= lowest(); i++) {
            rise += Math.max(0, losses[i] - losses[i - 1]);
        }
        return rise;
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
