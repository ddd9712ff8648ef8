package dev.touchstone.training;

/** What ends a training that does not break off. */
public enum StoppingRule {
    /** All epochs were trained. */
    EPOCHS,
    /** All iterations were trained. */
    ITERATIONS,
    /** Time was over. */
    SECONDS,
    /** Early stopping: as many epochs as were stated went by without an improvement. */
    PATIENCE,
    /** Early stopping: the trend of the watched metric promised no improvement. */
    TREND;

    /** Whether it is a rule of early stopping. */
    public boolean isEarly() {
        return this == PATIENCE || this == TREND;
    }
}
