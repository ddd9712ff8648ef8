package dev.touchstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher builds the jar when it must, once, and tells when it cannot. */
class LauncherBuildIT {
    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void copyCheckout() throws IOException {
        checkout = Checkout.copiedTo(folder.resolve("a check out"));
    }

    @AfterEach
    void unlinkCheckout() throws IOException {
        checkout.unlink();
    }

    @ParameterizedTest
    @MethodSource("dev.touchstone.launcher.Jdks#installed")
    void missingJar_isBuiltOnce(Path jdk) throws Exception {
        Files.delete(checkout.jar());

        Shell.Ended first = checkout.launcher(jdk).run("--version");
        Shell.Ended second = checkout.launcher(jdk).run("--version");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("touchstone ");
        assertThat(first.err().lines())
                .singleElement()
                .asString()
                .contains("building")
                .contains("MB");
        assertThat(second.err()).isEmpty();
    }

    @Test
    void changedSource_isBuiltByOneOfTwoLaunchers() throws Exception {
        checkout.makeSourcesNewer();
        Path log = folder.resolve("builds");
        String path =
                checkout.fakeMaven("echo built >>'" + log + "'; sleep 1; cp '" + Checkout.PACKAGED_JAR + "' target/");

        try (Shell.Running one = checkout.launcher(Map.of("PATH", path)).start("--version");
                Shell.Running other = checkout.launcher(Map.of("PATH", path)).start("--version")) {
            assertThat(one.await().code()).isZero();
            assertThat(other.await().code()).isZero();
        }

        assertThat(log).hasContent("built");
    }

    @Test
    void lockOfADeadLauncher_isTakenOver() throws Exception {
        checkout.makeSourcesNewer();
        Files.createSymbolicLink(checkout.buildLock(), Path.of("pid-" + pidOfTheDead()));
        String path = checkout.fakeMaven("cp '" + Checkout.PACKAGED_JAR + "' target/");

        Shell.Ended ended = checkout.launcher(Map.of("PATH", path)).run("--version");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(checkout.buildLock()).doesNotExist();
    }

    @Test
    void failedBuild_showsItsEndAndExitsWithThree() throws Exception {
        checkout.makeSourcesNewer();
        String path = checkout.fakeMaven("echo 'cannot find symbol'; exit 1");

        Shell.Ended ended = checkout.launcher(Map.of("PATH", path)).run("--version");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("cannot find symbol", "build.log");
        assertThat(checkout.buildLock()).doesNotExist();
    }

    @Test
    void missingMaven_isToldBeforeABuild() throws Exception {
        checkout.makeSourcesNewer();
        String path = checkout.onlyCommands("sh", "dirname", "readlink", "sed", "find", "head");

        Shell.Ended ended = checkout.launcher(Map.of("PATH", path, "JAVA_HOME", System.getProperty("java.home")))
                .run("--version");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("no Maven");
    }

    private static long pidOfTheDead() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }
}
