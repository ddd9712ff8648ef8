/**
 * One trial's road from assignment to validation value, as a state machine that records every step as an event.
 * Floor 6.
 */
@NullMarked
package dev.touchstone.trial;

import org.jspecify.annotations.NullMarked;
