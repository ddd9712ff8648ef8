/**
 * Samplers and ranking: pure functions of a study's history. Floor 5.
 */
@NullMarked
package dev.touchstone.search;

import org.jspecify.annotations.NullMarked;
