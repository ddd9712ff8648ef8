/**
 * Where rows come from and where they may go: sources, fingerprints, split, and normalisation fitted on train only. The
 * test split leaves this package as a {@link TestSplit}, which can only be encrypted; {@code data.vault} keeps it.
 * Floor 1; knows only {@code base} and {@code spec}.
 */
@NullMarked
package dev.touchstone.data;

import org.jspecify.annotations.NullMarked;
