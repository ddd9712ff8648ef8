/**
 * Several trainings that answer together: which of them, how much each counts, and what that gains over one. Pure
 * functions of what was predicted for validation rows. Floor 5.
 */
@NullMarked
package dev.touchstone.ensemble;

import org.jspecify.annotations.NullMarked;
