/**
 * Layers whose values are settled: what each makes of the shape of a row, which needs no native code, and the DL4J layers
 * and graph that they become. Knows {@code base} and {@code spec} only; what a spec leaves open is {@code model}'s.
 */
@NullMarked
package dev.touchstone.model.layer;

import org.jspecify.annotations.NullMarked;
