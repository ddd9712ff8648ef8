package dev.touchstone.execution;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.space.Assignment;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process is told that experiments on a trial.
 *
 * @param artefacts folder
 * @param task artefact with the study's {@link dev.touchstone.study.TaskSpec}
 * @param data artefact with the train and validation rows
 * @param classPath entries with classes of the user's
 * @param effective what the trial trained
 * @param seed the trial's
 * @param findings of the trial
 * @param most experiments
 * @param tested already
 * @param memoryLimit resident bytes that end the experiment
 */
record ExperimentOrder(
        String worker,
        String artefacts,
        String task,
        String data,
        List<String> classPath,
        Assignment effective,
        long seed,
        List<Finding> findings,
        int most,
        List<Tested> tested,
        long memoryLimit)
        implements Order {
    Path artefactsFolder() {
        return Path.of(artefacts);
    }

    /** The same after more was tested, for another process. */
    ExperimentOrder after(String otherWorker, List<Tested> more) {
        return new ExperimentOrder(
                otherWorker, artefacts, task, data, classPath, effective, seed, findings, most, more, memoryLimit);
    }
}
