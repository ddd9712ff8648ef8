package dev.touchstone.training;

import dev.touchstone.data.Task;
import dev.touchstone.metric.Metric;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When training ends before its last epoch.
 *
 * @param metric watched on the validation split; null for the objective's
 */
public record EarlyStoppingSpec(
        Patience patience,
        MinimumImprovement minimumImprovement,
        @Nullable Metric metric) {
    /** Epochs without an improvement that are waited for when a spec does not say. */
    public static final int USUAL_PATIENCE = 5;

    public static final EarlyStoppingSpec DEFAULT = new EarlyStoppingSpec(USUAL_PATIENCE, 0);

    /**
     * Of the objective's metric.
     *
     * @param patience epochs without an improvement after which training ends; from 1
     * @param minimumImprovement how much better than the best so far counts as an improvement, in the metric's unit; from 0
     */
    public EarlyStoppingSpec(int patience, double minimumImprovement) {
        this(new Patience.Epochs(patience), new MinimumImprovement.Amount(minimumImprovement), null);
    }

    /** So many times the patience, where that is stated. */
    EarlyStoppingSpec times(int factor) {
        return patience instanceof Patience.Epochs epochs
                ? new EarlyStoppingSpec(
                        new Patience.Epochs(Math.multiplyExact(epochs.count(), factor)), minimumImprovement, metric)
                : this;
    }

    /**
     * Whether the watched metric suits the task, which only the data tell.
     *
     * @return what is wrong, in a sentence; nothing when all is well
     */
    public Optional<String> checkTask(Task task) {
        return Optional.ofNullable(metric)
                .flatMap(watched -> watched.misfit(task.kind()))
                .map(misfit -> "training: early-stopping: metric: " + misfit);
    }
}
