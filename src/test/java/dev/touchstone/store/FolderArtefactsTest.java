package dev.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.Content;
import dev.touchstone.base.Seed;
import dev.touchstone.base.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderArtefactsTest {
    @TempDir
    Path folder;

    private FolderArtefacts artefacts;

    @BeforeEach
    void open() {
        artefacts = new FolderArtefacts(folder.resolve("artefacts"));
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Seed(size).random().nextBytes(content);
        return content;
    }

    private Path file(String id) {
        return folder.resolve("artefacts").resolve(id.substring(0, 2)).resolve(id);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000})
    void bytes_comeBackUnderTheirDigest(int size) {
        String id = artefacts.put(content(size));

        assertThat(id).isEqualTo(Sha256.of(content(size)));
        assertThat(artefacts.get(id)).isEqualTo(content(size));
        assertThat(artefacts.map(id)).isEqualTo(ByteBuffer.wrap(content(size)));
        assertThat(artefacts.size(id)).isEqualTo(size);
        assertThat(file(id)).exists();
    }

    @Test
    void sameBytesTwice_areOneFile() throws IOException {
        assertThat(artefacts.put(content(10))).isEqualTo(artefacts.put(content(10)));

        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void damagedFile_isMendedByPuttingItAgain() throws IOException {
        String id = artefacts.put(content(10));
        Files.write(file(id), content(9));

        artefacts.put(content(10));

        assertThat(artefacts.get(id)).isEqualTo(content(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 3999, 7999})
    void fileWithOneBitFlipped_isRefusedNamingTheFileAndWhatToDo(int bit) throws IOException {
        byte[] content = content(1000);
        String id = artefacts.put(content);
        content[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
        Files.write(file(id), content);

        for (ThrowingCallable reading : List.<ThrowingCallable>of(() -> artefacts.get(id), () -> artefacts.map(id))) {
            assertThatThrownBy(reading)
                    .isInstanceOf(StoreException.class)
                    .message()
                    .startsWith("artefact " + file(id) + " is damaged")
                    .contains("put back a copy of the file, or delete the study")
                    .doesNotContain("\n");
        }
    }

    @Test
    void artefactThatIsNotThere_isRefused() {
        String id = Sha256.of(content(1));

        assertThat(artefacts.has(id)).isFalse();
        assertThatThrownBy(() -> artefacts.get(id))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(id);
        assertThatThrownBy(() -> artefacts.map(id))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(id);
        assertThatThrownBy(() -> artefacts.size(id))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(id);
    }

    @Test
    void contentThatCannotBeMade_leavesNothing() throws IOException {
        Content failing = out -> {
            out.write(content(10));
            throw new IOException("no space");
        };

        assertThatThrownBy(() -> artefacts.put(failing)).isInstanceOf(StoreException.class);

        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void deletedArtefact_isGoneAndMayBeDeletedAgain() {
        String id = artefacts.put(content(10));

        artefacts.delete(id);

        assertThat(artefacts.has(id)).isFalse();
        assertThatCode(() -> artefacts.delete(id)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../secret", "AB", "zz"})
    void idThatIsNoDigest_neverBecomesAPath(String id) {
        assertThatThrownBy(() -> artefacts.get(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> artefacts.delete(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void folderThatCannotBeMade_isToldInOneLine() throws IOException {
        Files.writeString(folder.resolve("artefacts"), "a file is in the way");

        assertThatThrownBy(() -> artefacts.put(content(1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll(folder.resolve("artefacts").toString(), "Not a directory");
    }
}
