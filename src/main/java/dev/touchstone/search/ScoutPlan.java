package dev.touchstone.search;

import dev.touchstone.metric.Interval;
import dev.touchstone.search.RegimeDecision.Reason;

/**
 * How many of a study's first trials are scouts: a quarter at first and, where these do not tell, half. A second look is a
 * second chance to err, so with two looks the error of one is shared evenly between them (Bonferroni's correction, which
 * holds however the looks hang together; Pocock 1977, Biometrika 64, shares it evenly over looks, too).
 *
 * @param first trials that are scouts, if all of them come to a figure and tell; at least {@link #FEWEST}
 * @param most how many may be scouts, at least {@code first}
 */
public record ScoutPlan(int first, int most) {
    /** So that one may fail. */
    public static final int FEWEST = RegimeDecision.FEWEST + 1;

    /** As many trials after the scouts as there are scouts, for what they tell must be of use. */
    public static final int FEWEST_TRIALS = 2 * FEWEST;

    /** A quarter: what is spent to look is little against what is then searched better. */
    private static final int SHARE = 4;

    /** Half: what scouts tell is of use to the others only. */
    private static final int LARGEST_SHARE = 2;

    /** @param trials that the study is made for, {@link #FEWEST_TRIALS} at least */
    public static ScoutPlan of(int trials) {
        return new ScoutPlan(Math.max(FEWEST, trials / SHARE), trials / LARGEST_SHARE);
    }

    /** Two where the second one would judge more scouts than the first. */
    int looks() {
        return RegimeDecision.judged(most) > RegimeDecision.judged(first) ? 2 : 1;
    }

    /** Of the intervals at each look, such that all looks together err no more often than one does anywhere else. */
    public double confidence() {
        return 1 - (1 - Interval.CONFIDENCE) / looks();
    }

    /**
     * How many trials are scouts after a look; as many as before where the look stands.
     *
     * @param scouts at the look
     * @param found at the look
     */
    public int after(int scouts, RegimeDecision found) {
        if (found.reason() == Reason.TOO_FEW_SCOUTS) {
            return Math.min(most, scouts + RegimeDecision.FEWEST - found.trained()); // one for each that is missing
        }
        return found.reason() == Reason.INTERVALS_OVERLAP && looks() > 1 ? most : scouts;
    }
}
