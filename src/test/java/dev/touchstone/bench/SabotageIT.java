package dev.touchstone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SabotageIT {
    /** The fewest among which each harm comes once. */
    private static final int TRIALS = 9;

    private static final Duration HANG_FLOOR = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    @Test
    void trialsThatCrashHangOrTakeAllMemory_areRecordedForWhatTheyWere() throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

        boolean right = new Sabotage(TRIALS, HANG_FLOOR, out).run(folder);

        assertThat(right).as(told.toString(StandardCharsets.UTF_8)).isTrue();
    }
}
