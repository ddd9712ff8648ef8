package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import dev.touchstone.data.factory.CompiledClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digits that a user's own class reads, which no command needs once the study is there. */
class ClassSourceCommandTest {
    private static final String DIGITS = """
            try {
                List<String> lines = java.nio.file.Files.readAllLines(java.nio.file.Path.of("%s"));
                List<DataSet> sets = new ArrayList<>();
                for (String line : lines.subList(1, 600)) {
                    String[] cells = line.split(",");
                    float[] pixels = new float[64];
                    for (int i = 0; i < 64; i++) {
                        pixels[i] = Float.parseFloat(cells[i]);
                    }
                    INDArray image = Nd4j.createFromArray(pixels).reshape(1, 1, 8, 8);
                    INDArray label = Nd4j.zeros(1, 10);
                    label.putScalar(Integer.parseInt(cells[64]), 1);
                    sets.add(new DataSet(image, label));
                }
                return new ListDataSetIterator<>(sets, 32);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            """;

    @TempDir
    private Path folder;

    private CompiledClasses classes() {
        return new CompiledClasses(folder.resolve("classes"));
    }

    private Path spec() throws IOException {
        return Files.writeString(folder.resolve("own-rows.yaml"), """
                study: own-rows
                data:
                  source: {class: org.example.Digits}
                model:
                  layers:
                    - dense: {units: 16}
                    - output: {}
                space:
                  learning-rate: {log-uniform: [0.003, 0.01]}
                objective: {metric: accuracy}
                training: {epochs: 3}
                search: {trials: 2, seed: 5}
                """);
    }

    private Called call(String... arguments) {
        return Called.with(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--reports", folder.resolve("reports").toString()))
                .toArray(String[]::new));
    }

    private static Path digits() {
        return Path.of("search-spaces/data/digits.csv").toAbsolutePath();
    }

    @Test
    void aClass_isSweptAndNotNeededAgain() throws IOException {
        classes().addFactory("Digits", DIGITS.formatted(digits()));
        String classPath = classes().folder().toString();

        Called swept = call("sweep", spec().toString(), "--classpath", classPath, "--on", "threads", "--trials", "1");
        assertThat(swept.code()).as(swept.err()).isEqualTo(0);
        JsonNode study = Json.tree(call("show", "own-rows", "--json").out());
        assertThat(study.at("/data/task").asText()).isEqualTo("multi-class classification, 10 classes");
        assertThat(study.at("/trials/0/best/values/accuracy").asDouble()).isGreaterThan(0.3);
        assertThat(call("show", "own-rows").out()).contains("class org.example.Digits");

        Files.delete(classes().folder().resolve("org/example/Digits.class"));
        Called longer = call("sweep", spec().toString(), "--on", "threads");
        assertThat(longer.code()).as(longer.err()).isEqualTo(0);
        assertThat(call("resume", "own-rows", "--on", "threads").code()).isEqualTo(0);
        assertThat(call("replay", "own-rows", "--trial", "2").code()).isEqualTo(0);
        assertThat(call("report", "own-rows").code()).isEqualTo(0);
        Called tested = call("test", "own-rows", "--trial", "1", "--reason", "the end");
        assertThat(tested.code()).as(tested.err()).isEqualTo(0);
        assertThat(tested.out()).contains("accuracy");
    }

    @Test
    void rowsOfAClass_areSealedForATeamThatHasItNot() throws IOException {
        classes().addFactory("Digits", DIGITS.formatted(digits()));
        Path team = folder.resolve("team");

        Called sealed = Called.with(
                "seal",
                spec().toString(),
                "--to",
                team.toString(),
                "--classpath",
                classes().folder().toString());

        assertThat(sealed.code()).as(sealed.err()).isEqualTo(0);
        assertThat(Called.with("check", team.resolve("own-rows.yaml").toString(), "--data-only")
                        .code())
                .isEqualTo(0);
    }

    @Test
    void theExampleOfTheReadme_isSwept() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        classes().add("org.example.MyData", fenced(readme, "java", "class MyData"));
        Path example = Files.writeString(folder.resolve("mine.yaml"), fenced(readme, "yaml", "org.example.MyData"));

        Called checked = Called.with(
                "check", example.toString(), "--classpath", classes().folder().toString());

        assertThat(checked.code()).as(checked.err() + checked.out()).isEqualTo(0);
        assertThat(checked.err()).contains("binary classification");
    }

    private static String fenced(String readme, String language, String mark) {
        return Stream.of(readme.split("```"))
                .filter(block -> block.startsWith(language + "\n") && block.contains(mark))
                .findFirst()
                .orElseThrow()
                .substring(language.length() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweep", "check", "lr-range"})
    void whatIsWrongWithAClass_isToldInOneLine(String command) throws IOException {
        classes().addFactory("Digits", DIGITS.formatted(folder.resolve("gone.csv")));

        Called without = Called.with(command, spec().toString());
        Called broken = Called.with(
                command, spec().toString(), "--classpath", classes().folder().toString());
        Called elsewhere = Called.with(
                command,
                spec().toString(),
                "--classpath",
                folder.resolve("class").toString());

        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).contains("touchstone: data: source: class: nothing says where org.example.Digits is");
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err().strip().lines().filter(line -> line.startsWith("touchstone: ")))
                .singleElement()
                .asString()
                .contains("org.example.Digits: get() throws java.io.UncheckedIOException", "gone.csv")
                .endsWith(", at org.example.Digits.get(Digits.java:15)");
        assertThat(broken.err()).doesNotContain("\tat ");
        assertThat(elsewhere.code()).isEqualTo(2);
        assertThat(elsewhere.err()).contains("did you mean 'classes'?");
    }
}
