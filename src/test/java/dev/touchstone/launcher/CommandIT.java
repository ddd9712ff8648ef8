package dev.touchstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged command in a process of its own: what it loads, how quickly it answers, how it takes Ctrl-C. */
class CommandIT {
    private static final Path LAUNCHER = Path.of("touchstone").toAbsolutePath();
    private static final Path DIGITS = Path.of("search-spaces/digits.yaml").toAbsolutePath();
    private static final Duration QUICK = Duration.ofSeconds(1);

    /** A machine on which a JVM alone takes longer than a twentieth of {@link #QUICK} to start is given as many times that. */
    private static final int STARTS = 20;

    /** Whatever else the machine does can only add to a time, so that one quick run of several shows it. */
    private static final int RUNS = 15;

    /** Far more than a sweep gets through before it is interrupted here. */
    private static final String MANY_TRIALS = "100000";

    /** {@link #QUICK}, or more where a JVM alone takes long. */
    private static Duration limit = QUICK;

    @TempDir
    private Path folder;

    @BeforeAll
    static void seeHowLongAJvmTakes() throws IOException, InterruptedException {
        limit = longer(QUICK, startOfAJvm().multipliedBy(STARTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "list", "sweep bad.yaml"})
    void commandThatTrainsNothing_isQuickAndLoadsNoNetworks(String call) throws Exception {
        Files.writeString(folder.resolve("bad.yaml"), "study: bad\nlayers: 3\n");
        Path classes = folder.resolve("classes.txt");
        Shell watched = shell(Map.of("TOUCHSTONE_JAVA_OPTS", "-Xlog:class+load:file=" + classes));

        watched.run(call.split(" "));
        boolean quick = Stream.generate(() -> took(call)).limit(RUNS).anyMatch(took -> took.compareTo(limit) < 0);

        assertThat(classes).content().contains("dev.touchstone.cli");
        try (var lines = Files.lines(classes)) {
            assertThat(lines)
                    .noneMatch(line -> line.contains(" org.nd4j.linalg") || line.contains(" org.deeplearning4j.nn"));
        }
        assertThat(quick).as("a run of at most " + limit).isTrue();
    }

    @Test
    void interruptedSweep_exitsWith130AndCanBeResumed() throws Exception {
        Shell shell = shell(Map.of());
        try (Shell.Running sweep = shell.start("sweep", DIGITS.toString(), "--trials", MANY_TRIALS)) {
            awaitText(sweep.err(), "trial 1 ");
            new ProcessBuilder("kill", "-INT", String.valueOf(sweep.process().pid()))
                    .start()
                    .waitFor();
            Shell.Ended ended = sweep.await();

            assertThat(ended.code()).as(ended.err()).isEqualTo(130);
            assertThat(ended.err()).contains("touchstone resume digits");
        }

        assertThat(shell.run("list").out()).contains("digits  interrupted");
        Shell.Ended continued = shell.run("sweep", DIGITS.toString(), "--trials", "1");
        assertThat(continued.code()).as(continued.err()).isZero();
    }

    @Test
    void memoryThatIsNotEnough_isToldInOneLine() {
        String fashion = DIGITS.resolveSibling("fashion.yaml").toString();

        Shell.Ended ended = shell(Map.of("TOUCHSTONE_JAVA_OPTS", "-Xmx24m")).run("check", fashion, "--data-only");

        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.err()).matches("touchstone: out of memory .* MB.*TOUCHSTONE_JAVA_OPTS=-Xmx4g.*\\R");
    }

    private Duration took(String call) {
        Instant began = Instant.now();
        shell(Map.of()).run(call.split(" "));
        return Duration.between(began, Instant.now());
    }

    /** That of the quickest of several, by itself. */
    private static Duration startOfAJvm() throws IOException, InterruptedException {
        Duration quickest = Duration.ofDays(1);
        for (int run = 0; run < RUNS; run++) {
            Instant began = Instant.now();
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            Duration took = Duration.between(began, Instant.now());
            quickest = took.compareTo(quickest) < 0 ? took : quickest;
        }
        return quickest;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Shell shell(Map<String, String> environment) {
        Map<String, String> whole = new HashMap<>(environment);
        whole.put("PATH", System.getenv("PATH"));
        whole.put("JAVA_HOME", System.getProperty("java.home"));
        whole.put("TOUCHSTONE_TEST_KEY", System.getenv("TOUCHSTONE_TEST_KEY"));
        return new Shell(LAUNCHER, folder, whole);
    }

    private static void awaitText(Path file, String text) throws IOException, InterruptedException {
        Instant latest = Instant.now().plusSeconds(100);
        while (!Files.readString(file).contains(text)) {
            assertThat(Instant.now()).as(Files.readString(file)).isBefore(latest);
            Thread.sleep(50);
        }
    }
}
