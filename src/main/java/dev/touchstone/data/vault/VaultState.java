package dev.touchstone.data.vault;

import java.util.List;
import java.util.Optional;

/**
 * What may be told about a sealed test split without opening it.
 *
 * @param fingerprint of the data set
 * @param digest SHA-256 of what was sealed, by which every copy of it is told from what others seal
 * @param rows how many rows are sealed
 * @param openings every look at the test split of this data set, by any study, in the order of the ledger; none when the
 *     ledger cannot be read
 * @param objection why the record of the openings is not to be trusted; empty when nothing is known against it
 */
public record VaultState(
        String fingerprint, String digest, int rows, List<TestOpening> openings, Optional<String> objection) {
    /** Whether somebody looked, for all that is known: a record that cannot be trusted is no proof that nobody did. */
    public boolean opened() {
        return !openings.isEmpty() || objection.isPresent();
    }
}
