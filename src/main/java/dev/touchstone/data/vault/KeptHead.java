package dev.touchstone.data.vault;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered beside the key about the record of a data set.
 *
 * @param hash of the last line that this installation appended; null before the first
 * @param ledger the file it was appended to, for the message when it is missing elsewhere
 */
record KeptHead(@Nullable String hash, @Nullable String ledger) {
    static final KeptHead NONE = new KeptHead(null, null);
}
