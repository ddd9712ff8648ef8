package dev.touchstone.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {
    @ParameterizedTest
    @CsvSource({
        "deeplearning4j, org.deeplearning4j/deeplearning4j-nn",
        "javacpp, org.bytedeco/javacpp",
        "openblas, org.bytedeco/openblas"
    })
    void libraries_haveTheVersionsOfTheirJars(String library, String artefact) throws Exception {
        Properties jar = new Properties();
        try (InputStream in =
                Versions.class.getResourceAsStream("/META-INF/maven/%s/pom.properties".formatted(artefact))) {
            jar.load(in);
        }

        assertThat(Versions.all()).containsEntry(library, jar.getProperty("version"));
    }

    @Test
    void ownVersion_isANumber() {
        assertThat(Versions.touchstone()).matches("\\d+\\.\\d+\\.\\d+(-\\w+)?");
    }
}
