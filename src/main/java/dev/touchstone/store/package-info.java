/**
 * Where a study lives: the event log in SQLite, and bytes in a content-addressed folder. Floor 7; implements the
 * journal that trials write to.
 */
@NullMarked
package dev.touchstone.store;

import org.jspecify.annotations.NullMarked;
