package dev.touchstone.training;

import java.util.List;

/** Watches a training. Called from the training thread, so it must be quick; what it throws ends the training. */
public interface TrainingMonitor {
    /**
     * After each epoch.
     *
     * @param epoch from 1
     * @param iterations done so far
     * @param learningRate of the epoch's last iteration
     * @param losses of the epoch's iterations
     * @param validationLoss mean cross-entropy on the validation rows
     * @param value the objective on the validation rows
     * @param seconds since training began
     */
    record Epoch(
            int epoch,
            int iterations,
            double learningRate,
            List<Double> losses,
            double validationLoss,
            double value,
            double seconds) {}

    void epochEnded(Epoch epoch);

    /** Whether training should end now; asked before every iteration. */
    boolean stopRequested();
}
