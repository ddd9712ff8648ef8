/**
 * Experiments that decide what findings only make likely: a training is repeated with one thing changed, and compared with
 * the trial's own on the same validation rows, against the noise of repeats. Knows what a training is made of and not how
 * one is carried out. Part of floor 4.
 */
@NullMarked
package dev.touchstone.diagnosis.experiment;

import org.jspecify.annotations.NullMarked;
