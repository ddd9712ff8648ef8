package dev.touchstone.data;

/**
 * A fitted normalisation: {@code (value - offset) / scale} for each feature.
 *
 * @param offset one number a feature
 * @param scale one number a feature, never 0
 */
@SuppressWarnings("ArrayRecordComponent") // written to JSON and applied, never compared
public record Normaliser(Normalisation kind, float[] offset, float[] scale) {}
