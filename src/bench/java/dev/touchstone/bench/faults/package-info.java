/** Faults that are seeded into healthy programs, and what is said of the trials that have them. */
@NullMarked
package dev.touchstone.bench.faults;

import org.jspecify.annotations.NullMarked;
