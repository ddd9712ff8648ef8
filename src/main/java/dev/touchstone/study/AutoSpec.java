package dev.touchstone.study;

import java.util.Map;

/**
 * What {@code regularisation: auto} may do in a study, as its spec says; see {@link AutoSearch}.
 *
 * @param scouts how many trials, from the first on, tell the regime; a quarter of those that the study was made for, and
 *     {@link #FEWEST_SCOUTS} at least
 * @param most how far that may grow when scouts come to no figure: half of the trials
 * @param roles of the space's own parameters; one of neither role is not named
 */
public record AutoSpec(int scouts, int most, Map<String, Role> roles) {
    static final int FEWEST_SCOUTS = 4;

    /** As many trials after the scouts as there are scouts, for what they tell must be of use. */
    static final int FEWEST_TRIALS = 2 * FEWEST_SCOUTS;

    /** A quarter: what is spent to look is little against what is then searched better. */
    private static final int SHARE = 4;

    /** What more of a parameter does. */
    public enum Role {
        /** Weight decay, a dropout rate, a strength of the augmentation. */
        REGULARISES,
        /** Units, filters, how often layers are repeated. */
        ADDS_CAPACITY
    }

    public AutoSpec {
        roles = Map.copyOf(roles);
    }

    /** @param trials that the study is made for, {@link #FEWEST_TRIALS} at least */
    static AutoSpec of(int trials, Map<String, Role> roles) {
        return new AutoSpec(Math.max(FEWEST_SCOUTS, trials / SHARE), trials / 2, roles);
    }
}
