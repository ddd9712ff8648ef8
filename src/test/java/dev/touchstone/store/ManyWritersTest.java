package dev.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.trial.TrialState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyWritersTest {
    private static final int WRITERS = 8;
    private static final int WRITERS_IN_A_PROCESS = 2;
    private static final int WRITES = 100;

    @TempDir
    private Path folder;

    @Test
    void eightStoresOfFourProcessesThatWriteAtOnce_neverFindTheDatabaseLockedAndLoseNothing() throws Exception {
        Path file = folder.resolve("study.db");
        try (StudyStore store = SqliteStudyStore.open(file, StudyStoreContract.STUDY)) {
            store.create(StudyStoreContract.HEAD);
            IntStream.range(0, WRITERS)
                    .forEach(i -> store.enqueue(StudyStoreContract.PROPOSED, StudyStoreContract.POINT, i));

            List<Process> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer += WRITERS_IN_A_PROCESS) {
                writers.add(start(file));
            }
            while (store.counts().getOrDefault(TrialState.RUNNING, 0) < WRITERS) {
                assertThat(writers).allMatch(Process::isAlive);
                Thread.sleep(10);
            }
            for (Process writer : writers) {
                writer.getOutputStream().close();
            }

            for (Process writer : writers) {
                assertThat(writer.waitFor()).isZero();
            }
            assertThat(store.read().trials()).hasSize(WRITERS).allSatisfy(ManyWritersTest::assertComplete);
        }
    }

    private static void assertComplete(TrialRecord trial) {
        assertThat(trial.lossIterations())
                .isEqualTo(IntStream.rangeClosed(1, WRITES).boxed().toList());
        assertThat(trial.losses()).isEqualTo(Collections.nCopies(WRITES, (double) trial.number()));
    }

    private static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        file.toString(),
                        StudyStoreContract.STUDY,
                        Integer.toString(WRITERS_IN_A_PROCESS),
                        Integer.toString(WRITES))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
