package dev.touchstone.execution;

import dev.touchstone.space.Assignment;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process is told that measures a trial.
 *
 * @param artefacts folder
 * @param task artefact with the study's {@link dev.touchstone.study.TaskSpec}
 * @param data artefact with the train and validation rows
 * @param classPath entries with classes of the user's
 * @param assignment of the trial
 * @param memoryLimit resident bytes that would end the trial
 */
record MeasuringOrder(
        String worker,
        String artefacts,
        String task,
        String data,
        List<String> classPath,
        Assignment assignment,
        long memoryLimit)
        implements Order {
    Path artefactsFolder() {
        return Path.of(artefacts);
    }
}
