package dev.touchstone.gate;

/** What a trial wants to know of the learning-rate range; each costs more than the one before. */
public enum RangeQuestion {
    /** Whether its own rate is usable: a ramp is measured only where a short run at the rate learns nothing. */
    IS_USABLE,

    /** Which rates are usable. */
    WHICH_ARE_USABLE,

    /** Which rate to take, for it has none of its own. */
    WHICH_TO_TAKE
}
