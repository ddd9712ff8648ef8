package dev.touchstone.data.vault;

import dev.touchstone.data.Rows;
import java.util.List;

/** Scores a trial on the test rows while they are open. */
@FunctionalInterface
public interface TestScorer {
    /**
     * Called once, after the opening is on the ledger. When it throws, the opening stays there without a result.
     *
     * @param test the raw rows, not normalised; not to be kept or printed
     * @param earlier every opening of this data set's test rows before this one, by any study
     */
    TestScore score(Rows test, List<TestOpening> earlier);
}
