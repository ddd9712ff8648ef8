package dev.touchstone.store;

import java.time.Instant;

/**
 * A lease that somebody holds.
 *
 * @param worker whoever claimed the trial
 * @param renewed when the worker was last heard of, by its own clock
 */
public record HeldLease(Lease lease, String worker, Instant renewed) {}
