package dev.touchstone.training;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches a training: whatever it does not say otherwise passes by. Called from the training thread, so it must be quick; what
 * it throws ends the training.
 */
public interface TrainingMonitor {
    /**
     * After each epoch.
     *
     * @param epoch from 1
     * @param iterations done so far
     * @param learningRate of the epoch's last iteration
     * @param losses of the epoch's iterations
     * @param validationLoss the task's loss on the validation rows, which is another than those of the iterations where
     *     the network is trained by another, such as focal
     * @param value the objective on the validation rows
     * @param seconds since training began, without the time between an interruption and going on
     * @param recalls of the classes on the validation rows; null where no classes are to be told apart
     * @param train the objective on some train rows; null after epochs that were not asked for it
     */
    record Epoch(
            int epoch,
            int iterations,
            double learningRate,
            List<Double> losses,
            double validationLoss,
            double value,
            double seconds,
            @Nullable List<Double> recalls,
            @Nullable TrainMetric train) {}

    default void epochEnded(Epoch epoch) {}

    /** After some iterations, before the end of their epoch is told; always after the same ones of a training. */
    default void looked(TrainingLook look) {}

    /**
     * Before every iteration, when the epoch before it was told: here the training could be taken up again.
     *
     * @param checkpoint copies the state when it is asked, which is only allowed during the call
     */
    default void checkpointOffered(Supplier<TrainingCheckpoint> checkpoint) {}

    /** Whether training should end now; asked before every iteration. */
    default boolean stopRequested() {
        return false;
    }
}
