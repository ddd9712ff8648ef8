package dev.touchstone.data.vault;

/**
 * An opening under another data set's record that saw rows of this test split, too: the data were copied and changed.
 *
 * @param hash of its line in the ledger of then
 * @param time in UTC, such as {@code 2026-08-01T09:30:00Z}
 * @param rows how many rows of this test split it saw, from 1
 */
public record RelatedOpening(String hash, String time, String study, int trial, String user, int rows) {}
