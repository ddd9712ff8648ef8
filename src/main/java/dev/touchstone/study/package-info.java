/**
 * A whole study: its spec, the coordinator that asks the sampler and ranks, the opening of its test split.
 * Floor 8.
 */
@NullMarked
package dev.touchstone.study;

import org.jspecify.annotations.NullMarked;
