/**
 * How good predictions are: metrics with intervals, and paired tests that tell whether one trial is better than
 * another. Floor 2.
 */
@NullMarked
package dev.touchstone.metric;

import org.jspecify.annotations.NullMarked;
