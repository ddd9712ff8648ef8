/**
 * From an assignment to a network: layers, optimisers and regularisation of the spec as a DL4J configuration.
 * Floor 2; knows {@code data} and {@code space}.
 */
@NullMarked
package dev.touchstone.model;

import org.jspecify.annotations.NullMarked;
