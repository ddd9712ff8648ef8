/**
 * The checks a trial must pass before it is trained in full; each returns a verdict with evidence and throws
 * nothing. Floor 5.
 */
@NullMarked
package dev.touchstone.gate;

import org.jspecify.annotations.NullMarked;
