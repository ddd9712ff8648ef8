package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.study.OpenStudy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operating system tells of a worker while it trains. This process has a key in its environment. */
class WorkerSecretsTest {
    private static final List<String> SECRETS = List.of(
            "TOUCHSTONE_TEST_KEY",
            System.getenv("TOUCHSTONE_TEST_KEY"),
            "breast-cancer",
            "ledger",
            "test.sealed",
            "keys");

    @TempDir
    Path folder;

    private final List<String> seen = new ArrayList<>();

    private boolean look(OpenStudy study) {
        if (!WorkersSweep.isTraining(study)) {
            return false;
        }
        Path process =
                Path.of("/proc", String.valueOf(WorkersSweep.workers().get(0).pid()));
        seen.add(text(process.resolve("environ")));
        seen.add(text(process.resolve("cmdline")));
        seen.add(links(process.resolve("fd")));
        seen.add(text(process.resolve("maps")));
        seen.add(link(process.resolve("cwd")));
        return true;
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace('\0', '\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String links(Path files) {
        try (Stream<Path> links = Files.list(files)) {
            return String.join("\n", links.map(WorkerSecretsTest::link).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String link(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (NoSuchFileException e) {
            return ""; // closed in the meantime
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void workersEnvironmentArgumentsAndOpenFiles_tellNothingOfRawDataKeyOrLedger() throws IOException {
        SmallSweep sweep = LongSweep.in(folder);

        WorkersSweep.run(sweep, 1, this::look);

        assertThat(seen).hasSize(5);
        assertThat(seen.get(0)).contains("OMP_NUM_THREADS=1");
        assertThat(seen.get(1)).contains(WorkerMain.class.getName());
        assertThat(seen.get(2)).contains("study.db");
        assertThat(seen).allSatisfy(told -> assertThat(told).doesNotContain(SECRETS));
    }
}
