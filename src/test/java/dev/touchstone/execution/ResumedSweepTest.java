package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.SearchCoordinator.Outcome;
import dev.touchstone.trial.TrialState;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedSweepTest {
    private static final int EPOCHS = 100;

    @TempDir
    Path folder;

    private static SmallSweep undisturbed(SmallSweep sweep) {
        assertThat(sweep.run(() -> false)).isEqualTo(Outcome.FINISHED);
        return sweep;
    }

    private SmallSweep twoTrials(String name) throws IOException {
        String training = "{epochs: %1$d, early-stopping: {patience: %1$d}}".formatted(EPOCHS);
        return new SmallSweep(folder.resolve(name), SmallSweep.SPACE, 2, training, "");
    }

    @Test
    void trialStoppedInTheMiddle_endsAsIfItHadNotBeen() throws Exception {
        SmallSweep stopped = twoTrials("stopped");
        stopped.open().close();
        try (StudyStore store = SqliteStudyStore.openExisting(SweepFacts.database(stopped), SmallSweep.STUDY)) {
            assertThat(stopped.run(() -> isInSecondTrial(store))).isEqualTo(Outcome.INTERRUPTED);
        }
        TrialRecord half = stopped.record().trials().get(1);
        assertThat(half.state()).isEqualTo(TrialState.INTERRUPTED);
        assertThat(half.epochs()).isNotEmpty().hasSizeLessThan(EPOCHS);

        assertThat(stopped.resume()).isEqualTo(Outcome.FINISHED);

        assertThat(SweepFacts.events(stopped, "started")).isEqualTo(2);
        assertThat(SweepFacts.events(stopped, "resumed")).isEqualTo(1);
        SweepFacts.assertSame(stopped, undisturbed(twoTrials("undisturbed")));
    }

    private static boolean isInSecondTrial(StudyStore store) {
        return store.trial(2).filter(trial -> !trial.epochs().isEmpty()).isPresent();
    }

    @Test
    void trialWhoseProcessWasKilled_endsAsIfItHadNotBeen() throws Exception {
        SmallSweep killed = LongSweep.in(folder.resolve("killed"));
        killed.open().close();
        Process process = sweepInAProcess(folder.resolve("killed"));
        while (SweepFacts.events(killed, "checkpointed") == 0 && process.isAlive()) {
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor();
        assertThat(killed.record().trials()).extracting(TrialRecord::state).containsExactly(TrialState.RUNNING);

        assertThat(killed.resume()).isEqualTo(Outcome.FINISHED);

        assertThat(SweepFacts.events(killed, "started")).isEqualTo(1);
        assertThat(SweepFacts.events(killed, "resumed")).isEqualTo(1);
        SweepFacts.assertSame(killed, undisturbed(LongSweep.in(folder.resolve("undisturbed"))));
    }

    private static Process sweepInAProcess(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongSweep.class.getName(),
                        folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
