package dev.touchstone.data;

/** How features are scaled; always fitted on the train split only. */
public enum Normalisation {
    NONE,
    STANDARDISE,
    MIN_MAX
}
