/**
 * Keeps the test split sealed and every look at it on record. A look is a line in the ledger before a row is decrypted;
 * ledger, sealed file and key folder each remember where the record stands, so that none can be set back alone. Part of
 * {@code data}, floor 1.
 */
@NullMarked
package dev.touchstone.data.vault;

import org.jspecify.annotations.NullMarked;
