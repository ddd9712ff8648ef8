package dev.touchstone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaosIT {
    private static final int POINTS = 10;
    private static final long SEED = 1;

    @TempDir
    private Path folder;

    @Test
    void sweepUnderRandomDisturbances_endsAsIfNothingHadHappened() throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

        boolean unharmed = new Chaos(POINTS, SEED, out).run(folder);

        assertThat(unharmed).as(told.toString(StandardCharsets.UTF_8)).isTrue();
    }
}
