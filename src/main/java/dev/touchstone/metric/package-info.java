/**
 * How good predictions are: metrics with intervals, and paired tests that tell whether one trial is better than\n * another. Floor 2.
 */
@NullMarked
package dev.touchstone.metric;

import org.jspecify.annotations.NullMarked;
