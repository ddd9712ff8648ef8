package dev.touchstone.diagnosis.experiment;

import dev.touchstone.metric.Predictions;
import org.jspecify.annotations.Nullable;

/**
 * What came of a training.
 *
 * @param predictions of the best epoch for the validation rows; the baseline's for a training that broke off, which is worth
 *     as much as knowing nothing
 * @param iterations steps taken
 * @param modes null where no layer normalises batches, and for a training that broke off
 */
public record Trained(
        Predictions predictions, int iterations, @Nullable Modes modes) {}
