package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.SpecException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A command that trains nothing must not pay for starting ND4J. */
class SpecStartUpTest {
    /** What the child process runs. */
    public static final class ReadTwo {
        public static void main(String[] arguments) {
            System.out.println(SpecFile.read(Path.of("search-spaces/digits.yaml"), Overrides.NONE)
                    .spec()
                    .study());
            try {
                SpecFile.read(Path.of("src/test/resources/broken-specs/nan.yaml"), Overrides.NONE);
            } catch (SpecException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void reading_a_spec_loads_no_nd4j() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadTwo.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).isZero();
        assertThat(output)
                .contains("digits", "found '.nan'", StudySpec.class.getName())
                .doesNotContain("org.nd4j.linalg", "org.deeplearning4j.nn", "org.bytedeco");
    }
}
