package dev.touchstone.training;

/** How much better than the best so far counts as an improvement. */
public sealed interface MinimumImprovement {
    /** Any. */
    MinimumImprovement NONE = new Amount(0);

    /** What the noise of the watched metric is, once enough epochs were seen to measure it; until then, any. */
    MinimumImprovement AUTO = new Auto();

    /** One standard error of a single epoch's value. */
    record Auto() implements MinimumImprovement {}

    /** @param value in the metric's unit; from 0 */
    record Amount(double value) implements MinimumImprovement {}
}
