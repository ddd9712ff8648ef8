/**
 * Who carries trials out. In this process, one at a time, or in worker processes on this machine. Floor 9.
 */
@NullMarked
package dev.touchstone.execution;

import org.jspecify.annotations.NullMarked;
