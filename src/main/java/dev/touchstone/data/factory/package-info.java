/**
 * Runs a user's own factory of ND4J iterators and hands out their batches as plain numbers. The only package of data that
 * touches ND4J, and only once such a source is read. Floor 2, below its parent; knows only {@code base} and {@code spec}.
 */
@NullMarked
package dev.touchstone.data.factory;

import org.jspecify.annotations.NullMarked;
