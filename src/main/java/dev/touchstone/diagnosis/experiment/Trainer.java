package dev.touchstone.diagnosis.experiment;

/** Carries trainings out. */
public interface Trainer {
    /**
     * Trains once.
     *
     * @throws RuntimeException when the training cannot be carried out
     */
    Trained train(Conditions conditions);
}
