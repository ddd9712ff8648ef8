package dev.touchstone.data.augmentation;

/** How the features of a signal or a sequence lie in its row: feature by feature, each at all steps in the order of time. */
public record Series(int features, int steps) {}
