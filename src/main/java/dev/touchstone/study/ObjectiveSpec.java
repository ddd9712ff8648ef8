package dev.touchstone.study;

import dev.touchstone.data.Task;
import dev.touchstone.metric.Metric;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code objective} section of a spec: what trials are ranked on, measured on the validation split.
 *
 * @param stated null when the task decides
 */
public record ObjectiveSpec(@Nullable Metric stated) {
    /** The metric that trials of such a task are ranked on. */
    Metric metric(Task task) {
        return stated == null ? Metric.usual(task.kind()) : stated;
    }

    /**
     * Whether the metric suits the task, which only the data tell.
     *
     * @return what is wrong, in a sentence; nothing when all is well
     */
    Optional<String> checkTask(Task task) {
        return metric(task).misfit(task.kind()).map(misfit -> "objective: metric: " + misfit);
    }
}
