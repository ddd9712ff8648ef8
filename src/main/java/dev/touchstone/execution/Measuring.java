package dev.touchstone.execution;

import dev.touchstone.base.Json;
import dev.touchstone.study.Estimate;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Has a trial measured by a process of its own, which may crash, hang or run out of memory without harm.
 *
 * @param folder for what the process leaves behind
 * @param longest for which an answer is waited
 */
record Measuring(WorkerCommand command, Path folder, Duration longest) {
    /** More than loading ND4J and the gates of a large network take; whoever started the sweep is waiting. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    Estimate measure(MeasuringOrder order) {
        WorkerProcess process = WorkerProcess.start(command, order, folder);
        boolean endedByItself = process.awaitEnd(longest);
        WorkerDeath death = process.death();
        return endedByItself
                ? answer(death)
                : new Estimate.Unknown("it takes longer than " + longest.toSeconds() + " s");
    }

    private static Estimate answer(WorkerDeath death) {
        try {
            return Json.read(death.lastLine().orElse(""), Estimate.class);
        } catch (IllegalArgumentException e) {
            return new Estimate.Unknown(death.failure().reason());
        }
    }
}
