package dev.touchstone.data.vault;

import dev.touchstone.base.UserError;

/**
 * Who wants to open the test split, and why.
 *
 * @param trial the number of the trial that will be scored
 * @param reason in the user's words, not blank
 */
public record OpeningRequest(String study, int trial, String reason) {
    public OpeningRequest {
        if (reason.isBlank()) {
            throw new UserError("--reason: found nothing, expected why the test split is to be opened");
        }
    }
}
