package dev.touchstone.model;

/**
 * The {@code model} section of a spec with its places.
 *
 * @param spec the layers that could be read
 */
public record ModelSection(ModelSpec spec, References references) {}
