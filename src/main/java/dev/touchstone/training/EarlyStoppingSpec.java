package dev.touchstone.training;

/**
 * When training ends before its last epoch.
 *
 * @param patience epochs without an improvement after which training ends; from 1
 * @param minimumImprovement how much better than the best so far counts as an improvement, in the metric's unit; from 0
 */
public record EarlyStoppingSpec(int patience, double minimumImprovement) {
    public static final EarlyStoppingSpec DEFAULT = new EarlyStoppingSpec(5, 0);
}
