/**
 * Who carries trials out. In this process, one at a time, so far. Floor 9.
 */
@NullMarked
package dev.touchstone.execution;

import org.jspecify.annotations.NullMarked;
