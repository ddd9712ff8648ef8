/**
 * From a file that Keras wrote to a network of DL4J. Nothing else knows the libraries that read it, which need not be there.
 * Floor 2; knows {@code model}, which does not know it.
 */
@NullMarked
package dev.touchstone.model.keras;

import org.jspecify.annotations.NullMarked;
