package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Json;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.StudyStatus;
import dev.touchstone.study.StudyLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say of a study while its coordinator runs, and after it was killed. */
class KilledStudyCommandTest {
    @TempDir
    private Path reports;

    @Test
    void studyWhoseCoordinatorWasKilled_isInterrupted() throws IOException, InterruptedException {
        Process coordinator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Coordinator.class.getName(),
                        reports.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(coordinator.inputReader().readLine()).isEqualTo("running");
            assertShown("running");
        } finally {
            coordinator.destroyForcibly().waitFor();
        }
        assertShown("interrupted");
    }

    @Test
    void studyThatEndedWell_isShownAsItEnded() {
        StudyFolder folder = StoredStudy.withAFailedTrial(reports, "killed", "it broke");
        try (SqliteStudyStore store = SqliteStudyStore.openExisting(folder.database(), "killed")) {
            store.setStatus(StudyStatus.FINISHED);
        }
        assertShown("finished");
    }

    private void assertShown(String status) {
        assertThat(call("list").out()).startsWith("killed  " + status + "  ");
        assertThat(call("show", "killed").out()).startsWith("killed (" + status + "), ");
        assertThat(Json.tree(call("show", "killed", "--json").out())
                        .at("/status")
                        .asText())
                .isEqualTo(status);
        assertThat(call("report", "killed").code()).isEqualTo(0);
        assertThat(reports.resolve("killed/index.html")).content().contains(status);
    }

    private Called call(String... words) {
        String[] call = Arrays.copyOf(words, words.length + 2);
        call[words.length] = "--reports";
        call[words.length + 1] = reports.toString();
        return Called.with(call);
    }

    /** Has a study in its hands that it never ends. */
    static final class Coordinator {
        public static void main(String[] arguments) throws IOException {
            StudyFolder folder = StoredStudy.withAFailedTrial(Path.of(arguments[0]), "killed", "it broke");
            try (StudyLock lock = StudyLock.take(folder);
                    SqliteStudyStore store = SqliteStudyStore.openExisting(folder.database(), "killed")) {
                store.setStatus(StudyStatus.RUNNING);
                System.out.println(lock == null ? "not locked" : "running");
                System.out.flush();
                System.in.read();
            }
        }
    }
}
