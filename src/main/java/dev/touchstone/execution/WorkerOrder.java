package dev.touchstone.execution;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a worker process is told. Whatever else it needs it finds in the
 * store; where the raw data, the test split, its key and its ledger are it is never told.
 *
 * @param worker name, used once
 * @param database of the study
 * @param artefacts folder
 * @param task artefact with the study's {@link dev.touchstone.study.TaskSpec}
 * @param data artefact with the train and validation rows
 * @param classPath entries with classes of the user's
 * @param renewMillis how often to renew a lease
 * @param memoryLimit resident bytes that end the trial
 * @param hangFloorMillis see {@link HangWatch#FLOOR}
 */
record WorkerOrder(
        String worker,
        String study,
        String database,
        String artefacts,
        String task,
        String data,
        List<String> classPath,
        long renewMillis,
        long memoryLimit,
        long hangFloorMillis)
        implements Order {

    Path databaseFile() {
        return Path.of(database);
    }

    Path artefactsFolder() {
        return Path.of(artefacts);
    }

    Duration renew() {
        return Duration.ofMillis(renewMillis);
    }

    Duration hangFloor() {
        return Duration.ofMillis(hangFloorMillis);
    }
}
