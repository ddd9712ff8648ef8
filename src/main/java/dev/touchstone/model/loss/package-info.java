/**
 * Losses that DL4J lacks, or has in a form that single precision breaks. Networks are trained by them; what is handed
 * over to others carries a loss of DL4J's own instead. Floor 2; knows no neighbour.
 */
@NullMarked
package dev.touchstone.model.loss;

import org.jspecify.annotations.NullMarked;
