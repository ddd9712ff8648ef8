package dev.touchstone.data;

/**
 * How targets are kept as bytes.
 *
 * @param numbers that the target of one row takes
 */
public record TargetLayout(Task.Kind kind, int numbers) {}
