package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerCommandTest {
    @Test
    void classPathRelativeToThisProcess_isFoundFromAnyFolder() {
        String here = Path.of("").toAbsolutePath().toString();

        assertThat(WorkerCommand.absolute("target/classes" + File.pathSeparator + here))
                .isEqualTo(Path.of(here, "target", "classes") + File.pathSeparator + here);
    }

    @Test
    void heap_growsWithTheData() {
        assertThat(WorkerCommand.of(WorkerMain.class, 0).heap()).isEqualTo(256L << 20);
        assertThat(WorkerCommand.of(WorkerMain.class, 100L << 20).heap()).isEqualTo(656L << 20);
    }

    /** A worker that chose other kernels than the process it stands for gave other last bits, so replays differed. */
    @Test
    void environment_keepsWhatDecidesTheBitsAndNoSecret() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "OPENBLAS_CORETYPE", "Haswell", "TOUCHSTONE_TEST_KEY", "secret", "HOME", "home", "PATH", "path"));

        WorkerCommand.scrub(environment);

        assertThat(environment)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("OPENBLAS_CORETYPE", "Haswell", "PATH", "path", "OMP_NUM_THREADS", "1"));
    }
}
