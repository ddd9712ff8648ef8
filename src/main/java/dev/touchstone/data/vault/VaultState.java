package dev.touchstone.data.vault;

import java.util.List;

/**
 * What may be told about a sealed test split without opening it.
 *
 * @param fingerprint of the data set
 * @param rows how many rows are sealed
 * @param openings every look at the test split of this data set, by any study, in the order of the ledger
 */
public record VaultState(String fingerprint, int rows, List<TestOpening> openings) {
    public boolean opened() {
        return !openings.isEmpty();
    }
}
