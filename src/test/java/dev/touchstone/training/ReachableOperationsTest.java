package dev.touchstone.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachableOperationsTest {
    private static final String SECONDS = "10";

    /** Without the fences five of eight such processes ended by a signal. */
    @Test
    void operationsBesideACollector_endNoProcess(@TempDir Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:ErrorFile=" + folder.resolve("crash"),
                        "-XX:-CreateCoredumpOnCrash",
                        "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                        "-Dopexec=" + ReachableOperations.class.getName(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CollectedOperations.class.getName(),
                        SECONDS)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor()).isZero();
    }
}
