/**
 * The {@code touchstone} command: words in, exit codes out. Floor 11; the only package that prints.
 */
@NullMarked
package dev.touchstone.cli;

import org.jspecify.annotations.NullMarked;
