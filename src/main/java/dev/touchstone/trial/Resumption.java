package dev.touchstone.trial;

import dev.touchstone.space.Assignment;
import java.util.List;

/**
 * Where an interrupted trial can go on.
 *
 * @param effective the assignment that it trains
 * @param checkpoint the artefact with the training's state
 * @param told the trial's events up to that checkpoint
 */
public record Resumption(Assignment effective, String checkpoint, List<TrialEvent> told) {}
