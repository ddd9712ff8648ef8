package dev.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.EndlessWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOversTest {
    @TempDir
    private Path reports;

    @Test
    void whatAWriterLeftThatWasKilledHalfway_isSweptAwayHoursLater() throws Exception {
        StudyFolder folder = new StudyFolder(reports, "digits");
        Path shelf = Files.createDirectories(folder.artefacts().resolve("ab"));
        Path whole = Files.writeString(shelf.resolve("abcd"), "kept");
        while (aside(shelf).isEmpty()) {
            killWhileItWrites(shelf);
        }
        List<Path> left = aside(shelf);

        LeftOvers.sweep(folder, Instant.now());
        assertThat(left).allSatisfy(file -> assertThat(file).exists());

        LeftOvers.sweep(folder, Instant.now().plus(Duration.ofHours(2)));
        assertThat(aside(shelf)).isEmpty();
        assertThat(whole).hasContent("kept");
    }

    private static void killWhileItWrites(Path shelf) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        shelf.resolve("abcdef").toString())
                .inheritIO()
                .start();
        try {
            while (writer.isAlive() && aside(shelf).isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(writer.isAlive()).isTrue();
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private static List<Path> aside(Path shelf) throws IOException {
        try (Stream<Path> files = Files.list(shelf)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("abcd"))
                    .toList();
        }
    }
}
