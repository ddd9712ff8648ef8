package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models that cannot be, word for word. {@code spec/malformed-models.txt} holds the cases: {@code @} the shape of the
 * digits, the layers before the output, {@code %} a parameter of the space, and after {@code =>} the line that is told.
 */
class MalformedModelsTest {
    private static final Path DIGITS = Path.of("search-spaces/data/digits.csv").toAbsolutePath();

    @TempDir
    private Path folder;

    record Case(String shape, List<String> layers, List<String> parameters, List<String> told) {
        @Override
        public String toString() {
            return shape + " " + String.join(" ", layers);
        }

        String spec() {
            return """
                    study: malformed
                    data:
                      source: {csv: %s, label: digit}
                      shape: %s
                    model:
                      layers:
                    %s
                        - output: {}
                    space:
                      learning-rate: {log-uniform: [0.001, 0.1]}
                    %s
                    """.formatted(
                            DIGITS,
                            shape,
                            String.join("\n", layers),
                            parameters.stream().map(line -> "  " + line).collect(Collectors.joining("\n")));
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream in = MalformedModelsTest.class.getResourceAsStream("/spec/malformed-models.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                if (line.startsWith("@ ")) {
                    cases.add(new Case(line.substring(2), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                    continue;
                }
                Case last = cases.get(cases.size() - 1);
                List<String> part = line.startsWith("% ")
                        ? last.parameters()
                        : line.startsWith("=> ") ? last.told() : last.layers();
                part.add(line.replaceFirst("^(% |=> )", ""));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void malformed_model_is_told_in_one_line_before_anything_is_trained(Case malformed) throws IOException {
        Path spec = Files.writeString(folder.resolve("malformed.yaml"), malformed.spec());

        Called called = Called.with(
                "sweep", spec.toString(), "--reports", folder.resolve("reports").toString());

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err().lines().map(line -> line.replace("touchstone: " + spec + ":", "")))
                .containsExactlyElementsOf(malformed.told());
        assertThat(folder.resolve("reports")).doesNotExist();
    }
}
