/**
 * Augmentation of train batches: each kind changes a copy of a batch in place, and draws from a seed that the caller derives
 * from the iteration. Part of floor 1; how strong it is, and whether it suits the data, is for {@code model} to say.
 */
@NullMarked
package dev.touchstone.data.augmentation;

import org.jspecify.annotations.NullMarked;
