/**
 * Records as text for a terminal: pages, tables, small curves. Pure functions; nothing here prints. Part of floor 11.
 */
@NullMarked
package dev.touchstone.cli.text;

import org.jspecify.annotations.NullMarked;
