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
    private static final String[] ND4J = {"org.nd4j.linalg", "org.deeplearning4j.nn", "org.bytedeco"};

    private static final String OWN = """
            data: {source: {class: org.example.MyData}}
            model: {layers: [output: {}]}
            space: {learning-rate: 0.01}
            objective: {metric: accuracy}
            """;

    /** What the child process runs. */
    public static final class ReadThree {
        public static void main(String[] arguments) {
            System.out.println(SpecFile.read(Path.of("search-spaces/digits.yaml"), Overrides.NONE)
                    .spec()
                    .study());
            System.out.println(SpecFile.parse(OWN, Path.of("own.yaml"), Overrides.NONE)
                    .spec()
                    .data()
                    .source());
            try {
                SpecFile.read(Path.of("src/test/resources/broken-specs/nan.yaml"), Overrides.NONE);
            } catch (SpecException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    /** What another child process runs. */
    public static final class CheckData {
        public static void main(String[] arguments) {
            StudySpec spec = SpecFile.read(Path.of("search-spaces/breast-cancer.yaml"), Overrides.NONE)
                    .spec();
            System.out.println(spec.checkData(Studies.prepare(spec)));
        }
    }

    @Test
    void reading_a_spec_loads_no_nd4j() throws IOException, InterruptedException {
        assertThat(outputOf(ReadThree.class))
                .contains("digits", "org.example.MyData", "found '.nan'", StudySpec.class.getName())
                .doesNotContain(ND4J);
    }

    @Test
    void checking_data_loads_no_nd4j() throws IOException, InterruptedException {
        assertThat(outputOf(CheckData.class)).contains("label-noise").doesNotContain(ND4J);
    }

    private static String outputOf(Class<?> main) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).isZero();
        return output;
    }
}
