package dev.touchstone.data.vault;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One look at a test split, as the ledger has it.
 *
 * @param time in UTC, such as {@code 2026-08-01T09:30:00Z}
 * @param trial that was scored; null when it was an ensemble
 * @param ensemble that was scored; null when it was a trial
 * @param user who looked, by the name of the operating system
 * @param score empty when the process ended between the look and its result
 * @param related openings under other data sets that had seen some of the rows before
 */
public record TestOpening(
        String time,
        String study,
        @Nullable Integer trial,
        @Nullable Integer ensemble,
        String reason,
        String user,
        Optional<TestScore> score,
        List<RelatedOpening> related) {

    /** What was scored. */
    public Examinee examinee() {
        return new Examinee(trial, ensemble);
    }
}
