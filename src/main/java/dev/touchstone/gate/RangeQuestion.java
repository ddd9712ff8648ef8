package dev.touchstone.gate;

/** What a trial wants to know of the learning-rate range; each costs more than the one before. */
public enum RangeQuestion {
    /** Whether its own rate is usable: a ramp is measured only where short runs at the rate leave it open. */
    IS_USABLE,

    /** Whether its own rate is usable, and which are where it is not. */
    IS_USABLE_ELSE_WHICH,

    /** Which rates are usable. */
    WHICH_ARE_USABLE,

    /** Which rates are usable, and which of them suits the planned iterations. */
    WHICH_SUITS,

    /** Which rate to take, for it has none of its own. */
    WHICH_TO_TAKE;

    /** Whether the own rate is all that must be told in any case. */
    boolean isOfOwnRate() {
        return this == IS_USABLE || this == IS_USABLE_ELSE_WHICH;
    }
}
