package dev.touchstone.training;

/**
 * What a step did to one layer.
 *
 * @param name as in {@link NetworkSignals.LayerSignals}
 * @param weights Euclidean norm of the layer's parameters after the step
 * @param update Euclidean norm of what the step took from them: gradient, optimiser, learning rate and weight decay together
 */
public record LayerChange(String name, double weights, double update) {}
