/**
 * What a trial's training shows: facts, and rules that read findings from them. Knows {@code diagnosis} above it and
 * nothing of stores or trials, which gather the facts.
 */
@NullMarked
package dev.touchstone.diagnosis.training;

import org.jspecify.annotations.NullMarked;
