package dev.touchstone.model.layer;

/** What becomes of the values in a window. */
public enum PoolingKind {
    MAX,
    AVERAGE
}
