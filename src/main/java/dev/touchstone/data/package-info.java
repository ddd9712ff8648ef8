/**
 * Where rows come from and where they may go: sources, split, normalisation fitted on train only, fingerprints,\n * and the test vault with its ledger. Floor 1; knows only {@code base} and {@code spec}.
 */
@NullMarked
package dev.touchstone.data;

import org.jspecify.annotations.NullMarked;
