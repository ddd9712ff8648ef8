/**
 * Runs what users wrote: a factory of ND4J iterators, whose batches it hands out as plain numbers, or a function. The only
 * package of data that touches ND4J, and only once such a source is read. Floor 2, below its parent; knows only {@code base} and {@code spec}.
 */
@NullMarked
package dev.touchstone.data.factory;

import org.jspecify.annotations.NullMarked;
