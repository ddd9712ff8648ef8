package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.space.Assignment;
import dev.touchstone.store.HeldLease;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.TaskSpec;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real worker processes, of which one stands still for longer than its lease lasts. */
class FencedWorkerTest {
    @TempDir
    Path folder;

    @Test
    void workerThatWakesAfterItsLease_cannotWriteAndGoesOnWithAnotherTrial() throws Exception {
        SmallSweep sweep = LongSweep.in(folder);
        try (OpenStudy study = sweep.open()) {
            StudyStore store = study.store();
            enqueue(store, 0.001);
            WorkerProcess sleeper = start(study, "sleeper");
            await(() -> WorkersSweep.isTraining(study));
            signal("STOP", sleeper);
            HeldLease lease = store.leases().get(0);
            store.revoke(lease.lease(), new Failure(FailureCause.SILENCE, "nothing was heard of it").event(1, 0));

            WorkerProcess other = start(study, "other");
            await(() -> state(store, 1) == TrialState.COMPLETE);
            other.release();
            other.awaitEnd(Duration.ofSeconds(20));
            TrialRecord finished = store.trial(1).orElseThrow();

            signal("CONT", sleeper);
            enqueue(store, 0.002);
            await(() -> state(store, 2) == TrialState.RUNNING);

            assertThat(store.leases()).extracting(HeldLease::worker).containsExactly("sleeper");
            assertThat(store.trial(1)).contains(finished);
            assertThat(finished.failures()).extracting(Failure::cause).containsExactly(FailureCause.SILENCE);
            sleeper.release();
            sleeper.awaitEnd(Duration.ofSeconds(20));
            assertThat(store.trial(1)).contains(finished);
        }
    }

    private static void enqueue(StudyStore store, double rate) {
        store.enqueue(new Assignment(Map.of("learning-rate", rate, "width", 300)), new double[] {0.5, 0.5}, 7);
    }

    private WorkerProcess start(OpenStudy study, String name) {
        StudyHead head = study.store().head().orElseThrow();
        WorkerOrder order = new WorkerOrder(
                name,
                SmallSweep.STUDY,
                study.folder().database().toString(),
                study.folder().artefacts().toString(),
                study.artefacts().put(TaskSpec.of(head).getBytes(StandardCharsets.UTF_8)),
                head.preparedData(),
                List.of(),
                100,
                4L << 30,
                HangWatch.FLOOR.toMillis());
        return WorkerProcess.start(
                WorkerCommand.of(WorkerMain.class, 0), order, study.folder().workers());
    }

    private static TrialState state(StudyStore store, int trial) {
        return store.trial(trial).orElseThrow().state();
    }

    private static void await(BooleanSupplier fact) throws InterruptedException {
        while (!fact.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    private static void signal(String signal, WorkerProcess worker) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(worker.pid()))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
