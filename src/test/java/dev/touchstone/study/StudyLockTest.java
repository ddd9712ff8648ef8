package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import dev.touchstone.store.StudyFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        assertThat(StudyLock.isHeld(folder("one"))).isFalse();
        Process other = start(Holder.class);
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("held");
            assertThat(StudyLock.isHeld(folder("one"))).isTrue();
            assertThatThrownBy(() -> StudyLock.take(folder("one")))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("in use");
        } finally {
            other.destroyForcibly().waitFor();
        }

        assertThat(StudyLock.isHeld(folder("one"))).isFalse();
        StudyLock.take(folder("one")).close();
    }

    @Test
    void lookAtALock_doesNotLetGoOfIt() throws IOException, InterruptedException {
        try (StudyLock held = StudyLock.take(folder("one"))) {
            assertThat(StudyLock.isHeld(folder("one"))).isTrue();
            assertThatThrownBy(() -> StudyLock.take(folder("one"))).isInstanceOf(UserError.class);

            Process other = start(Holder.class);
            other.waitFor();

            assertThat(held).isNotNull();
            assertThat(other.inputReader().readLine()).isEqualTo("in use");
        }
        assertThat(StudyLock.isHeld(folder("one"))).isFalse();
    }

    @Test
    void lookFromAnotherProcess_doesNotTurnACoordinatorAway() throws IOException, InterruptedException {
        StudyLock.take(folder("one")).close();
        Process other = start(Onlooker.class);
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("looking");

            StudyLock.take(folder("one")).close();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    private Process start(Class<?> program) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        reports.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Takes the lock of a study and never lets go by itself. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            try (StudyLock held = StudyLock.take(new StudyFolder(Path.of(arguments[0]), "one"))) {
                System.out.println(held == null ? "not held" : "held");
                System.out.flush();
                System.in.read();
            } catch (UserError e) {
                System.out.println("in use");
            }
        }
    }

    /** Looks at the lock of a study longer than any command does. */
    static final class Onlooker {
        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path file = new StudyFolder(Path.of(arguments[0]), "one").lock();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    FileLock shared = channel.lock(0, Long.MAX_VALUE, true)) {
                System.out.println(shared.isShared() ? "looking" : "in the way");
                System.out.flush();
                Thread.sleep(100);
            }
        }
    }
}
