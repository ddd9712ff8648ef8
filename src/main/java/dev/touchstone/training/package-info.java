/**
 * Training behind one small interface, {@code Learner}: the loop, schedules, early stopping, checkpoints.
 * Floor 3; gates, trials and tests train through it and never touch DL4J themselves.
 */
@NullMarked
package dev.touchstone.training;

import org.jspecify.annotations.NullMarked;
