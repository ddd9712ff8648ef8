package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StoreException;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.Estimate;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.SearchCoordinator.Outcome;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessExecutorTest {
    @TempDir
    static Path undisturbedFolder;

    /** One long trial, carried in this process to its end. */
    private static SmallSweep undisturbed;

    @TempDir
    Path folder;

    @BeforeAll
    static void sweepUndisturbed() throws IOException {
        undisturbed = LongSweep.in(undisturbedFolder);
        assertThat(undisturbed.run(() -> false)).isEqualTo(Outcome.FINISHED);
    }

    /** Does something once, when the first trial trains; never stops the sweep. */
    private static Predicate<OpenStudy> onceTraining(Runnable deed) {
        boolean[] done = {false};
        return study -> {
            if (!done[0] && WorkersSweep.isTraining(study)) {
                done[0] = true;
                deed.run();
            }
            return false;
        };
    }

    @Test
    void sweepByTwoWorkers_isIdenticalToOneInThisProcess() throws IOException {
        SmallSweep inThreads = new SmallSweep(folder.resolve("threads"));
        inThreads.run(() -> false);
        SmallSweep inProcesses = new SmallSweep(folder.resolve("processes"));

        assertThat(WorkersSweep.run(inProcesses, 2, study -> false)).isEqualTo(Outcome.FINISHED);

        assertThat(inProcesses.record().trials())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*started", ".*ended", ".*seconds")
                .isEqualTo(inThreads.record().trials());
        assertThat(WorkersSweep.workers()).isEmpty();
        assertThat(inProcesses.studies().folder(SmallSweep.STUDY).workers()).doesNotExist();
    }

    @Test
    void workerKilledInTheMiddle_isReplacedAndItsTrialEndsAsIfItHadNotBeen() throws IOException {
        SmallSweep sweep = LongSweep.in(folder);

        WorkersSweep.run(sweep, 1, onceTraining(() -> WorkersSweep.workers().forEach(ProcessHandle::destroyForcibly)));

        TrialRecord trial = sweep.record().trials().get(0);
        assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
        assertThat(trial.failures()).extracting(Failure::cause).containsExactly(FailureCause.KILLED);
        assertThat(trial.losses())
                .isEqualTo(undisturbed.record().trials().get(0).losses());
    }

    @Test
    void trialWhoseWorkersAreKilledAgain_fails() throws IOException {
        SmallSweep sweep = LongSweep.in(folder);

        WorkersSweep.run(sweep, 1, study -> {
            if (!study.store().leases().isEmpty()) {
                WorkersSweep.workers().forEach(ProcessHandle::destroyForcibly);
            }
            return false;
        });

        TrialRecord trial = sweep.record().trials().get(0);
        assertThat(trial.state()).isEqualTo(TrialState.FAILED);
        assertThat(trial.reason()).contains("killed by signal 9");
        assertThat(trial.failures())
                .extracting(Failure::cause)
                .containsExactly(FailureCause.KILLED, FailureCause.KILLED);
    }

    @Test
    void workerThatIsAskedToEnd_keepsItsTrialsState() throws Exception {
        SmallSweep sweep = LongSweep.in(folder);

        WorkersSweep.run(sweep, 1, onceTraining(() -> WorkersSweep.workers().forEach(ProcessHandle::destroy)));

        assertThat(SweepFacts.events(sweep, "interrupted")).isEqualTo(1);
        assertThat(SweepFacts.events(sweep, "resumed")).isEqualTo(1);
        assertThat(sweep.record().trials().get(0).failures()).isEmpty();
        SweepFacts.assertSame(sweep, undisturbed);
    }

    @Test
    void sweepThatIsStopped_goesOnByOtherWorkersAsIfItHadNotBeen() throws IOException {
        SmallSweep sweep = LongSweep.in(folder);
        assertThat(WorkersSweep.run(sweep, 1, WorkersSweep::isTraining)).isEqualTo(Outcome.INTERRUPTED);
        assertThat(sweep.record().trials().get(0).state()).isEqualTo(TrialState.INTERRUPTED);
        assertThat(WorkersSweep.workers()).isEmpty();

        assertThat(WorkersSweep.run(sweep, 1, study -> false)).isEqualTo(Outcome.FINISHED);

        SweepFacts.assertSame(sweep, undisturbed);
    }

    @Test
    void workersOfACoordinatorThatWasKilled_endByThemselves() throws Exception {
        LongSweep.in(folder).open().close();
        Process coordinator = coordinatorProcess(folder);
        List<ProcessHandle> workers;
        try (StudyStore store = SqliteStudyStore.openExisting(database(), SmallSweep.STUDY)) {
            while (store.trial(1).filter(trial -> !trial.epochs().isEmpty()).isEmpty()) {
                assertThat(coordinator.isAlive()).isTrue();
                Thread.sleep(10);
            }
            workers = coordinator.children().toList();
            assertThat(workers).hasSize(1);

            coordinator.destroyForcibly().waitFor();

            workers.get(0).onExit().get(Lifeline.GRACE.toSeconds() + 5, TimeUnit.SECONDS);
            TrialRecord trial = store.trial(1).orElseThrow();
            assertThat(trial.state()).isEqualTo(TrialState.INTERRUPTED);
            assertThat(trial.failures()).isEmpty();
        }
    }

    private Path database() {
        return folder.resolve("reports").resolve(SmallSweep.STUDY).resolve("study.db");
    }

    private static Process coordinatorProcess(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkersSweep.class.getName(),
                        folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void workersThatDieBeforeTheyBegin_endTheSweepWithTheirLastWords() throws IOException {
        SmallSweep sweep = LongSweep.in(folder);

        assertThatThrownBy(() ->
                        sweep.run(sweep.open(), WorkersSweep.by(1, Stillborn.class, Stillborn.class), study -> false))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("before they claim a trial")
                .hasMessageContaining("IllegalStateException: not today");
        assertThat(sweep.record().trials()).extracting(TrialRecord::state).containsExactly(TrialState.QUEUED);
    }

    @Test
    void sweepThatCannotBeMeasured_runsWithoutAnEstimate() throws IOException {
        SmallSweep sweep = new SmallSweep(folder, SmallSweep.HUGE_SPACE, 1, SmallSweep.NO_GATES);

        sweep.run(sweep.open(), WorkersSweep.by(1, WorkerMain.class, Stillborn.class), study -> false);

        assertThat(sweep.estimates).singleElement().isInstanceOf(Estimate.Unknown.class);
        assertThat(sweep.record().trials()).extracting(TrialRecord::state).containsExactly(TrialState.COMPLETE);
    }

    /** A worker that cannot begin. */
    static final class Stillborn {
        public static void main(String[] arguments) {
            if (arguments.length == 0) {
                throw new IllegalStateException("not today");
            }
        }
    }
}
