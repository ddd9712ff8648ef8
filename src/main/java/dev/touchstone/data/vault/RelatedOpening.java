package dev.touchstone.data.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An opening under another data set's record that saw rows of this test split, too: the data were copied and changed.
 *
 * @param hash of its line in the ledger of then
 * @param time in UTC, such as {@code 2026-08-01T09:30:00Z}
 * @param trial that was scored; null when it was an ensemble
 * @param ensemble that was scored; null when it was a trial
 * @param rows how many rows of this test split it saw, from 1
 */
public record RelatedOpening(
        String hash,
        String time,
        String study,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer trial,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer ensemble,

        String user,
        int rows) {

    /** What was scored. */
    public Examinee examinee() {
        return new Examinee(trial, ensemble);
    }
}
