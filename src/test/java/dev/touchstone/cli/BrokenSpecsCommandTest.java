package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenSpecsCommandTest {
    private static final Path BROKEN = Path.of("src", "test", "resources", "broken-specs");

    @TempDir
    Path folder;

    static Stream<Path> specs() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @Test
    void thereAreTwentySeven() throws IOException {
        assertThat(specs()).hasSize(27);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void sweepOfABrokenSpec_namesTheLineAndLeavesNothingBehind(Path spec) throws IOException {
        Called called = Called.with(
                "sweep", spec.toString(), "--reports", folder.resolve("reports").toString());

        assertThat(called.code()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(called.err())
                .containsPattern("broken-specs/[a-z-]+\\.(yaml|csv):\\d+: ")
                .doesNotContain("\tat ");
        assertThat(called.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }
}
