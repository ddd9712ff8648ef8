/**
 * The {@code augmentation} section: which augmentations, in which order, how strong under an assignment, and whether they
 * suit the data. Part of floor 2; what they do to rows is in {@code data.augmentation}.
 */
@NullMarked
package dev.touchstone.model.augmentation;

import org.jspecify.annotations.NullMarked;
