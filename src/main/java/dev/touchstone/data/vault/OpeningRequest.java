package dev.touchstone.data.vault;

import dev.touchstone.base.UserError;

/**
 * Who wants to open the test split, and why.
 *
 * @param examinee what will be scored
 * @param reason in the user's words, not blank
 */
public record OpeningRequest(String study, Examinee examinee, String reason) {
    public OpeningRequest {
        if (reason.isBlank()) {
            throw new UserError("--reason: found nothing, expected why the test split is to be opened");
        }
    }

    /** To score a trial. */
    public OpeningRequest(String study, int trial, String reason) {
        this(study, Examinee.trial(trial), reason);
    }
}
