package dev.touchstone.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecTextTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("a.yaml");
    }

    @Test
    void byteOrderMark_isNotPartOfTheText() throws IOException {
        Files.writeString(file, "\uFEFFstudy: ä");

        assertThat(SpecText.read(file)).isEqualTo("study: ä");
    }

    @Test
    void fileInAnotherEncoding_isRefusedAtItsLine() throws IOException {
        Files.write(file, "study: a\n# sch\u00f6n\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> SpecText.read(file))
                .isInstanceOf(SpecException.class)
                .hasMessage(file + ":2: not UTF-8 text; save the file as UTF-8");
    }

    @Test
    void fileThatEndsInTheMiddleOfALetter_isRefused() throws IOException {
        Files.write(file, new byte[] {'a', (byte) 0xC3});

        assertThatThrownBy(() -> SpecText.read(file)).hasMessageContaining("not UTF-8 text");
    }

    @Test
    void hugeFile_isRefusedUnread() throws IOException {
        Files.writeString(file, "#".repeat((1 << 20) + 1));

        assertThatThrownBy(() -> SpecText.read(file))
                .hasMessage(file + ": the file has 1048577 bytes; a spec has at most 1048576");
    }

    @Test
    void folder_isRefused() {
        assertThatThrownBy(() -> SpecText.read(folder))
                .hasMessage(folder + ": this is a folder; name a spec file in it");
    }

    @Test
    void missingFile_namesItsNearestNeighbour() throws IOException {
        Files.writeString(file, "");

        assertThatThrownBy(() -> SpecText.read(folder.resolve("b.yaml")))
                .hasMessage(folder.resolve("b.yaml") + ": there is no such file; did you mean 'a.yaml'?");
        assertThatThrownBy(() -> SpecText.read(folder.resolve("no/b.yaml")))
                .hasMessage(folder.resolve("no/b.yaml") + ": there is no such file");
    }
}
