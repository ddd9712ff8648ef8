package dev.touchstone.data;

/** How features are scaled; always fitted on the train split only. */
public enum Normalisation {
    NONE,
    /** Each feature to mean 0 and standard deviation 1. */
    STANDARDISE,
    /** Each feature to between 0 and 1. */
    MIN_MAX,
    /** Pixels of eight bits to between 0 and 1, whatever train shows. */
    IMAGE_SCALE,
    /** Each channel, the first dimension of a row, to mean 0 and standard deviation 1. */
    PER_CHANNEL
}
