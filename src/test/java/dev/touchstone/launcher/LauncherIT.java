package dev.touchstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher finds a JDK and becomes the program, from a checkout whose path has spaces. */
class LauncherIT {
    private static final Duration QUICK = Duration.ofSeconds(1);

    /** Whatever else the machine does can only add to a time, so the shortest of several is the truest. */
    private static final int RUNS = 4;

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
    void everyJdk_passesExitCodesAndArgumentsThroughWithoutAWarning(Path jdk) throws Exception {
        Shell.Ended helped = checkout.launcher(jdk).run("--help");
        Shell.Ended wrong = checkout.launcher(jdk).run("no such  command");

        assertThat(helped.code()).isZero();
        assertThat(helped.out()).contains("touchstone");
        assertThat(helped.err()).isEmpty();
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err()).contains("'no such  command'").doesNotContain("WARNING");
    }

    @ParameterizedTest
    @MethodSource("dev.touchstone.launcher.Jdks#installed")
    void help_isThereWithinASecond(Path jdk) throws Exception {
        Duration quickest = Stream.generate(() -> took(jdk))
                .limit(RUNS)
                .min(Comparator.naturalOrder())
                .orElseThrow();

        assertThat(quickest).isLessThan(QUICK);
    }

    @Test
    void link_inAnotherFolder_findsItsCheckout() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Path direct = Files.createSymbolicLink(elsewhere.resolve("direct"), checkout.script());
        Path indirect = Files.createSymbolicLink(elsewhere.resolve("indirect"), direct.getFileName());

        Shell.Ended ended = new Shell(indirect, elsewhere, Map.of("PATH", System.getenv("PATH"))).run("--version");

        assertThat(ended.code()).as(ended.err()).isZero();
    }

    @Test
    void jdkThatIsTooOld_isPassedOver() throws Exception {
        Path old = fakeJdk("1.8.0_392");

        Shell.Ended ended =
                checkout.launcher(Map.of("JAVA_HOME", old.toString())).run("--version");

        assertThat(ended.code()).as(ended.err()).isZero();
    }

    @Test
    void noJdk_isToldWithTheVersionThatIsNeeded() throws Exception {
        String script = Files.readString(checkout.script());
        Files.writeString(
                checkout.script(), script.replace("/usr/lib/jvm/", "/nowhere/").replace("/opt/", "/nowhere/"));
        String path = checkout.onlyCommands("sh", "dirname", "readlink", "sed", "find", "head");

        Shell.Ended ended = checkout.launcher(
                        Map.of("PATH", path, "JAVA_HOME", fakeJdk("11.0.2").toString()))
                .run("--version");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("no JDK 17 or newer").contains("JAVA_HOME");
    }

    @Test
    void javaOptionsOfTheUser_comeAfterOurs() throws Exception {
        Shell.Ended ended = checkout.launcher(Map.of("TOUCHSTONE_JAVA_OPTS", "-Xmx300m -XX:+PrintFlagsFinal"))
                .run("--version");

        assertThat(ended.out()).containsPattern("MaxHeapSize += 314572800");
    }

    private Duration took(Path jdk) {
        Instant began = Instant.now();
        checkout.launcher(jdk).run("--help");
        return Duration.between(began, Instant.now());
    }

    private Path fakeJdk(String version) throws IOException {
        Path home = folder.resolve("jdk " + version);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        Checkout.executable(home.resolve("bin/javac"), "exit 9");
        Checkout.executable(home.resolve("bin/java"), "exit 9");
        return home;
    }
}
