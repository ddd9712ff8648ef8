package dev.touchstone.data.vault;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered beside the key about the record of a data set.
 *
 * @param hash of the last line that this installation appended; null before the first
 * @param ledger the file it was appended to, for the message when it is missing elsewhere
 * @param salt check digits of the salt under which the rows that were opened are remembered; null when none are
 */
record KeptHead(
        @Nullable String hash,
        @Nullable String ledger,
        @Nullable String salt) {
    static final KeptHead NONE = new KeptHead(null, null, null);
}
