package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.SearchCoordinator.Outcome;
import dev.touchstone.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedSweepTest {
    private static final int EPOCHS = 200;

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
        try (StudyStore store = SqliteStudyStore.openExisting(database(stopped), SmallSweep.STUDY)) {
            assertThat(stopped.run(() -> isInSecondTrial(store))).isEqualTo(Outcome.INTERRUPTED);
        }
        TrialRecord half = stopped.record().trials().get(1);
        assertThat(half.state()).isEqualTo(TrialState.INTERRUPTED);
        assertThat(half.epochs()).isNotEmpty().hasSizeLessThan(EPOCHS);

        assertThat(stopped.resume()).isEqualTo(Outcome.FINISHED);

        assertThat(events(stopped, "started")).isEqualTo(2);
        assertThat(events(stopped, "resumed")).isEqualTo(1);
        assertSame(stopped, undisturbed(twoTrials("undisturbed")));
    }

    private static boolean isInSecondTrial(StudyStore store) {
        return store.trial(2).filter(trial -> !trial.epochs().isEmpty()).isPresent();
    }

    @Test
    void trialWhoseProcessWasKilled_endsAsIfItHadNotBeen() throws Exception {
        SmallSweep killed = LongSweep.in(folder.resolve("killed"));
        killed.open().close();
        Process process = sweepInAProcess(folder.resolve("killed"));
        while (events(killed, "checkpointed") == 0 && process.isAlive()) {
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor();
        assertThat(killed.record().trials()).extracting(TrialRecord::state).containsExactly(TrialState.RUNNING);

        assertThat(killed.resume()).isEqualTo(Outcome.FINISHED);

        assertThat(events(killed, "started")).isEqualTo(1);
        assertThat(events(killed, "resumed")).isEqualTo(1);
        assertSame(killed, undisturbed(LongSweep.in(folder.resolve("undisturbed"))));
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

    private static Path database(SmallSweep sweep) {
        return sweep.studies().folder(SmallSweep.STUDY).database();
    }

    private static int events(SmallSweep sweep, String kind) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database(sweep));
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("SELECT COUNT(*) FROM event WHERE kind = '%s'".formatted(kind))) {
            return count.getInt(1);
        }
    }

    /** Artefacts are named by their content, so the best parameters and the predictions are compared too. */
    private static void assertSame(SmallSweep sweep, SmallSweep undisturbed) throws IOException {
        assertThat(sweep.record().trials())
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .ignoringFieldsMatchingRegexes(".*started", ".*ended", ".*seconds")
                .isEqualTo(undisturbed.record().trials());
        assertThat(artefacts(sweep)).isEqualTo(artefacts(undisturbed));
    }

    private static List<String> artefacts(SmallSweep sweep) throws IOException {
        try (Stream<Path> files =
                Files.walk(sweep.studies().folder(SmallSweep.STUDY).artefacts())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
