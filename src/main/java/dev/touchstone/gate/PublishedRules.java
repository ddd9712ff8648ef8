package dev.touchstone.gate;

import java.util.Arrays;

/**
 * The learning rates that published rules read from a ramp.
 *
 * @param steepest where the loss falls fastest over the logarithm of the rate (fastai's {@code steep})
 * @param valley the middle third's middle of the longest falling subsequence (fastai's {@code valley})
 * @param minimumTenth a tenth of the rate of the lowest loss (fastai's {@code minimum})
 * @param edge the rate of the lowest loss, beyond which the loss rises; Smith (2015) takes a quarter of it
 */
record PublishedRules(double steepest, double valley, double minimumTenth, double edge) {
    private static final double TENTH = 10;

    static PublishedRules of(RateRamp ramp) {
        double lowest = ramp.rates()[ramp.lowest()];
        return new PublishedRules(ramp.rates()[steepest(ramp)], ramp.rates()[valley(ramp)], lowest / TENTH, lowest);
    }

    private static int steepest(RateRamp ramp) {
        int steepest = 0;
        double most = 0;
        for (int i = 1; i <= ramp.lowest(); i++) {
            double slope = (ramp.losses()[i - 1] - ramp.losses()[i]) / Math.log(ramp.rates()[i] / ramp.rates()[i - 1]);
            if (slope > most) {
                most = slope;
                steepest = i;
            }
        }
        return steepest;
    }

    /** As fastai: the subsequence is taken for a run that ends where it ends and is as long as it is. */
    private static int valley(RateRamp ramp) {
        double[] losses = ramp.losses();
        int[] length = new int[losses.length];
        Arrays.fill(length, 1);
        int end = 0;
        for (int i = 0; i < losses.length; i++) {
            for (int j = 0; j < i; j++) {
                if (losses[i] < losses[j]) {
                    length[i] = Math.max(length[i], length[j] + 1);
                }
            }
            end = length[i] > length[end] ? i : end;
        }
        return (2 * end - length[end] + 1) / 2;
    }
}
