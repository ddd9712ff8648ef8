package dev.touchstone.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final Instant LIMIT = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Path file(String name, Instant modified) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content");
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    @Test
    void whatDeadWritersLeft_isSweptAwayAndNothingElse() throws IOException {
        Path dead = file("ab/.abcdef.0000.part", LIMIT.minusSeconds(1));
        Path perhapsAlive = file("ab/.abcdef.0001.part", LIMIT);
        Path whole = file("ab/abcdef", LIMIT.minusSeconds(1));
        Path somebodysOwn = file("notes.part", LIMIT.minusSeconds(1));

        WholeFile.sweep(folder, LIMIT);

        assertThat(dead).doesNotExist();
        assertThat(Stream.of(perhapsAlive, whole, somebodysOwn))
                .allSatisfy(kept -> assertThat(kept).exists());
    }

    @Test
    void sweep_passesOverWhatOthersDeleteMeanwhile() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread others = new Thread(() -> {
            while (!done.get()) {
                for (int file = 0; file < 50; file++) {
                    folder.resolve("study.db-" + file).toFile().delete();
                    try {
                        Files.createFile(folder.resolve("study.db-" + file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        });
        others.start();
        try {
            for (int time = 0; time < 300; time++) {
                WholeFile.sweep(folder, LIMIT);
            }
        } finally {
            done.set(true);
            others.join();
        }
    }

    @Test
    void writeThatFails_leavesTheOldAndNothingAside() throws IOException {
        Path inTheWay =
                Files.createDirectories(folder.resolve("report/not-empty")).getParent();

        assertThatThrownBy(() -> WholeFile.write(inTheWay, "content")).isInstanceOf(IOException.class);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(inTheWay);
        }
    }

    @Test
    void diskThatTakesNoMore_leavesTheOldAndNothingAside() throws Exception {
        Path file = Files.writeString(folder.resolve("abcdef"), "old");

        Process writer = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 2048 && exec \"$@\"", // blocks of 512 bytes: less than the writer wants
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(writer.waitFor()).isNotZero();
        assertThat(said).contains("java.io.IOException");
        assertThat(file).hasContent("old");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
