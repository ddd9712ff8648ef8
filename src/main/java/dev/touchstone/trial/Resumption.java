package dev.touchstone.trial;

import dev.touchstone.space.Assignment;

/**
 * Where an interrupted trial can go on.
 *
 * @param effective the assignment that it trains
 * @param checkpoint the artefact with the training's state
 */
public record Resumption(Assignment effective, String checkpoint) {}
