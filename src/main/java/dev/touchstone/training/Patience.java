package dev.touchstone.training;

/** How long early stopping waits for an improvement. */
public sealed interface Patience {
    /** As long as the trend of the watched metric promises one, given its noise; see {@link CurveTrend}. */
    Patience AUTO = new Auto();

    record Auto() implements Patience {}

    /** @param count epochs without an improvement after which training ends; from 1 */
    record Epochs(int count) implements Patience {}
}
