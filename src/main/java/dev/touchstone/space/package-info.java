/**
 * The search space on Arbiter's parameter spaces, conditional ones too, and the assignment a point decodes to.
 * Floor 1; knows only {@code base} and {@code spec}.
 */
@NullMarked
package dev.touchstone.space;

import org.jspecify.annotations.NullMarked;
