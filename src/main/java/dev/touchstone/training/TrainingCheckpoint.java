package dev.touchstone.training;

import dev.touchstone.metric.Predictions;
import java.util.List;

/**
 * All that a training needs to go on bit for bit as if it had never stopped. What is drawn (order of rows, dropout)
 * depends on seed and position only, so no random state is part of it.
 *
 * @param epochs how many have ended
 * @param iterations steps taken in all
 * @param losses of the iterations since the last epoch ended; their number is the position in the epoch
 * @param lastLoss the loss of the last iteration, NaN before any
 * @param watched values of the metric that early stopping watches, of each epoch that has ended
 * @param bestSoFar the best epoch of the objective
 * @param plateau what a schedule that follows the objective has seen
 * @param learner the present state
 * @param best the best epoch's state
 * @param bestPredictions the best epoch's answers for the validation rows
 * @param seconds of training so far
 */
public record TrainingCheckpoint(
        int epochs,
        int iterations,
        List<Double> losses,
        double lastLoss,
        List<Double> watched,
        BestSoFar bestSoFar,
        Plateau.Progress plateau,
        LearnerState learner,
        LearnerState best,
        Predictions bestPredictions,
        double seconds) {

    /** Before the first iteration. */
    static TrainingCheckpoint beginning(LearnerState learner, Predictions predictions) {
        return new TrainingCheckpoint(
                0,
                0,
                List.of(),
                Double.NaN,
                List.of(),
                BestSoFar.NONE,
                Plateau.Progress.NONE,
                learner,
                learner,
                predictions,
                0);
    }

    /** The checkpoint as bytes that tell when they were damaged. */
    public byte[] toBytes() {
        return TrainingCheckpointFormat.write(this);
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when the bytes are something else, or not all as they were written
     */
    public static TrainingCheckpoint fromBytes(byte[] content) {
        return TrainingCheckpointFormat.read(content);
    }
}
