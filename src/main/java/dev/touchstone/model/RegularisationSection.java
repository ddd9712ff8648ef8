package dev.touchstone.model;

/**
 * The {@code regularisation} section of a spec with its places.
 *
 * @param spec what could be read of it
 */
public record RegularisationSection(RegularisationSpec spec, References references) {
    /** Whether the study finds out by itself what its networks call for. */
    public boolean isAuto() {
        return spec.equals(RegularisationSpec.AUTO);
    }
}
