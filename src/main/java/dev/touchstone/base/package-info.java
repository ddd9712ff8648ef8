/**
 * What every floor needs and no floor owns: derived seeds, digests, files that are written whole or not at all,
 * JSON, and a user's mistake as a value. Floor 0; knows no other package.
 */
@NullMarked
package dev.touchstone.base;

import org.jspecify.annotations.NullMarked;
