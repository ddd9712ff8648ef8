package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.data.RowFacts;
import dev.touchstone.metric.Direction;
import dev.touchstone.model.NetworkTraits;
import org.jspecify.annotations.Nullable;

/**
 * How a trial trains.
 *
 * @param learningRate from which the schedule starts
 * @param endRate planned for the last iteration
 * @param epochs planned
 * @param patience of early stopping as stated, in epochs; null without, and where it is measured
 * @param classes whether rows are of one of several classes
 * @param network what of it must suit the data; null where that cannot be told
 * @param metric the objective's
 * @param direction the better one
 * @param priorLoss of answering every train row with the shares of the classes or the mean: what it costs to learn nothing
 * @param optimiser by its spec name; null where an older Touchstone trained
 * @param rows what the rows tell by themselves; null where an older Touchstone trained
 */
public record TrialPlan(
        double learningRate,
        int batchSize,
        double weightDecay,
        double endRate,
        int epochs,
        int batchesAnEpoch,
        @Nullable Integer patience,
        int trainRows,
        int validationRows,
        boolean classes,
        @Nullable NetworkTraits network,
        String metric,
        Direction direction,
        double priorLoss,
        @Nullable String optimiser,
        @Nullable RowFacts rows) {}
