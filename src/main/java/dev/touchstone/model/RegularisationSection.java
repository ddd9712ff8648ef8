package dev.touchstone.model;

/**
 * The {@code regularisation} section of a spec with its places.
 *
 * @param spec what could be read of it
 */
public record RegularisationSection(RegularisationSpec spec, References references) {}
