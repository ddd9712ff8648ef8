package dev.touchstone.data.vault;

import java.util.List;
import java.util.Optional;

/**
 * One look at a test split, as the ledger has it.
 *
 * @param time in UTC, such as {@code 2026-08-01T09:30:00Z}
 * @param user who looked, by the name of the operating system
 * @param score empty when the process ended between the look and its result
 * @param related openings under other data sets that had seen some of the rows before
 */
public record TestOpening(
        String time,
        String study,
        int trial,
        String reason,
        String user,
        Optional<TestScore> score,
        List<RelatedOpening> related) {}
