package dev.touchstone.model;

import java.util.List;

/**
 * The {@code model} section of a spec.
 *
 * @param layers from the input on; the last, and only the last, is an output
 */
public record ModelSpec(List<LayerSpec> layers) {}
