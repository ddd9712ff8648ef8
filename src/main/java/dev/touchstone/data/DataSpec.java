package dev.touchstone.data;

import java.util.List;

/**
 * The {@code data} section of a spec.
 *
 * @param shape dimensions of one row; empty when the spec leaves them to the source
 */
public record DataSpec(Source source, List<Integer> shape, SplitSpec split, Normalisation normalise) {}
