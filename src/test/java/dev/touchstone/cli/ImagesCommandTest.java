package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import dev.touchstone.data.ImageFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands do with digits as PNG files, of which one class has a name that HTML would take for a tag. */
class ImagesCommandTest {
    private static final String HOSTILE = "<b>nought & none";

    @TempDir
    private Path folder;

    private ImageFolder images;

    @BeforeEach
    void writeImages() throws IOException {
        images = new ImageFolder(folder.resolve("some digits"));
        images.addDigits(200);
        Files.move(images.path().resolve("0"), images.path().resolve(HOSTILE));
    }

    @Test
    void folderOfImages_isSweptFromItsSpec() throws IOException {
        Called swept = sweep("reject");

        assertThat(swept.code()).as(swept.err()).isEqualTo(0);
        assertThat(swept.out()).contains("accuracy");
        assertThat(call("show", "images").out()).contains("images some digits, a folder for each class");
    }

    @Test
    void findings_nameTheFiles() throws IOException {
        copyAll(images.path().resolve(HOSTILE), images.path().resolve("1"));

        Called swept = sweep("advise");

        assertThat(swept.code()).as(swept.err()).isEqualTo(0);
        JsonNode findings = Json.tree(call("show", "images", "--json").out()).at("/data/findings");
        assertThat(findings.findValuesAsText("code"))
                .contains("rows-shared-with-validation", "conflicting-labels")
                .doesNotContain("row-order");
        assertThat(findings.toString()).contains("\"1/copy of 0001.png\"", "\"" + HOSTILE + "/0");
        assertThat(folder.resolve("reports/images/index.html"))
                .content()
                .contains("&lt;b&gt;nought &amp; none/0")
                .doesNotContain("<b>nought");
    }

    @Test
    void brokenImages_areToldInALineEachAndNothingElse() throws IOException {
        Path broken = images.add("1", "broken.png", new byte[] {7});
        Path named = images.add("1", "list.txt", new byte[] {7});

        Called checked = Called.with("check", spec("reject").toString(), "--data-only");

        assertThat(checked.code()).isEqualTo(2);
        assertThat(checked.out()).isEmpty();
        assertThat(checked.err().lines()).hasSize(2);
        assertThat(checked.err())
                .contains(broken + ": not a whole PNG or JPEG image", named + ": no image by its name");
    }

    @Test
    void mistypedFolder_isToldWithTheNearest() throws IOException {
        Files.move(images.path(), folder.resolve("some digit"));

        Called checked = Called.with("check", spec("reject").toString(), "--data-only");

        assertThat(checked.code()).isEqualTo(2);
        assertThat(checked.err())
                .contains("images.yaml:3: data.source.images: there is no folder 'some digits'")
                .contains("did you mean 'some digit'?");
    }

    private static void copyAll(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(from)) {
            files = entries.toList();
        }
        for (Path file : files) {
            Files.copy(file, to.resolve("copy of " + file.getFileName()));
        }
    }

    private Called sweep(String checks) throws IOException {
        return call("sweep", spec(checks).toString(), "--on", "threads");
    }

    private Called call(String... arguments) {
        return Called.with(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--reports", folder.resolve("reports").toString()))
                .toArray(String[]::new));
    }

    private Path spec(String checks) throws IOException {
        return Files.writeString(folder.resolve("images.yaml"), """
                study: images
                data:
                  source: {images: some digits}
                  normalise: min-max
                  checks: %s
                model:
                  layers:
                    - output: {loss: cross-entropy, activation: softmax}
                space:
                  learning-rate: {log-uniform: [0.01, 0.1]}
                objective: {metric: accuracy}
                training: {epochs: 1}
                search: {trials: 1, seed: 5}
                """.formatted(checks));
    }
}
