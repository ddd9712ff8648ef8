/**
 * What a model's answers are held against: baselines that need no network. Floor 5.
 */
@NullMarked
package dev.touchstone.evaluation;

import org.jspecify.annotations.NullMarked;
