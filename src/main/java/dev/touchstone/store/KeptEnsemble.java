package dev.touchstone.store;

import dev.touchstone.ensemble.Ensemble;
import java.time.Instant;

/**
 * An ensemble of a study.
 *
 * @param number from 1
 * @param at when it was kept
 */
public record KeptEnsemble(int number, Instant at, Ensemble ensemble) {}
