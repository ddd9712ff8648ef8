package dev.touchstone.store;

/**
 * The right to write about a trial, held by one worker at a time.
 *
 * @param token counts the trial's leases up from 1; what is written under an older one is refused
 */
public record Lease(int trial, long token) {}
