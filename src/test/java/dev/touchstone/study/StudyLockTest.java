package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import dev.touchstone.store.StudyFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyLockTest {
    @TempDir
    Path reports;

    private StudyFolder folder(String study) {
        return new StudyFolder(reports, study);
    }

    @Test
    void lockThatIsHeld_isRefusedUntilItIsClosed() {
        try (StudyLock held = StudyLock.take(folder("one"))) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> StudyLock.take(folder("one")))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("study 'one' is in use");
            StudyLock.take(folder("two")).close();
        }
        StudyLock.take(folder("one")).close();
    }

    @Test
    void lockOfAnotherProcess_isFreeOnceThatProcessDies() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        reports.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("held");
            assertThatThrownBy(() -> StudyLock.take(folder("one")))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("in use");
        } finally {
            other.destroyForcibly().waitFor();
        }

        StudyLock.take(folder("one")).close();
    }

    /** Takes the lock of a study and never lets go by itself. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            try (StudyLock held = StudyLock.take(new StudyFolder(Path.of(arguments[0]), "one"))) {
                System.out.println(held == null ? "not held" : "held");
                System.out.flush();
                System.in.read();
            }
        }
    }
}
