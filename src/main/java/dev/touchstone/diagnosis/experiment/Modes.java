package dev.touchstone.diagnosis.experiment;

import dev.touchstone.data.Targets;
import dev.touchstone.metric.Predictions;

/**
 * What one trained network answers for the same train rows in two ways.
 *
 * @param targets of the rows; the same ones whatever the seed of the training
 * @param baseline predictions for them that need no network
 * @param inInference by the mean and deviation that batch normalisation kept account of
 * @param inTraining by those of each batch, and with nothing dropped
 */
public record Modes(Targets targets, Predictions baseline, Predictions inInference, Predictions inTraining) {}
