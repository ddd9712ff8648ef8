package dev.touchstone.training;

import dev.touchstone.model.References;

/**
 * The {@code training} section of a spec with its places.
 *
 * @param spec what could be read of it
 */
public record TrainingSection(TrainingSpec spec, References references) {}
