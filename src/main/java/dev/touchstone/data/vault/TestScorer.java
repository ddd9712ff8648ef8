package dev.touchstone.data.vault;

import dev.touchstone.data.Rows;

/** Scores a trial on the test rows while they are open. */
@FunctionalInterface
public interface TestScorer {
    /**
     * Called once, after the opening is on the ledger. When it throws, the opening stays there without a result.
     *
     * @param test the raw rows, not normalised; not to be kept or printed
     * @param earlier who saw rows of this test split before, by any study
     */
    TestScore score(Rows test, EarlierLooks earlier);
}
