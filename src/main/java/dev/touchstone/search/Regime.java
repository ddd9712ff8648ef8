package dev.touchstone.search;

/** What keeps the better trials of a space from a better value. */
public enum Regime {
    /** What was learnt on train rows does not carry over to others. */
    OVERFITTING,
    /** Train rows themselves are not learnt. */
    UNDERFITTING,
    /** Neither, or the scouts do not tell which. */
    UNDECIDED
}
