package dev.touchstone.study;

import dev.touchstone.data.Task;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Metric;
import dev.touchstone.spec.SpecName;
import java.util.Optional;
import java.util.stream.Collectors;

/** The {@code objective} section of a spec: what trials are ranked on, measured on the validation split. */
public record ObjectiveSpec(Metric metric, Direction direction) {
    /**
     * Whether the metric suits the task, which only the data tell.
     *
     * @return what is wrong, in a sentence; nothing when all is well
     */
    Optional<String> checkTask(Task task) {
        return metric.task() == task.kind()
                ? Optional.empty()
                : Optional.of("objective: metric: " + metric.specName() + " is for " + SpecName.of(metric.task())
                        + ", and the data are for " + SpecName.of(task.kind()) + "; use one of "
                        + Metric.of(task.kind()).stream().map(Metric::specName).collect(Collectors.joining(", ")));
    }
}
