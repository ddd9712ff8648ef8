package dev.touchstone.training;

import dev.touchstone.metric.Predictions;

/** How a training ended. */
public sealed interface TrainingOutcome {
    /**
     * By itself.
     *
     * @param bestEpoch whose state and validation predictions these are
     * @param iterations steps taken in all
     * @param seconds of wall time
     * @param decision why it ended
     */
    record Finished(
            int bestEpoch,
            int iterations,
            double seconds,
            StoppingDecision decision,
            LearnerState best,
            Predictions predictions)
            implements TrainingOutcome {}

    /**
     * The loss or the parameters became NaN or infinite.
     *
     * @param iteration in which it was seen, from 1
     * @param learningRate of that iteration
     * @param lastLoss the last finite loss, NaN when there was none
     */
    record NotFinite(String what, int iteration, double learningRate, double lastLoss) implements TrainingOutcome {}

    /** Somebody asked for the end; the training may go on from the checkpoint. */
    record Interrupted(TrainingCheckpoint checkpoint) implements TrainingOutcome {}
}
