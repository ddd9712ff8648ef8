package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxSourceTest {
    private static final int UNSIGNED_BYTE = 0x08;

    @TempDir
    private Path folder;

    private Path images;
    private Path labels;

    @BeforeEach
    void twoImagesOfTwoByThree() throws IOException {
        images = write("images", idx(UNSIGNED_BYTE, new int[] {2, 2, 3}, 0, 1, 2, 3, 4, 255, 10, 11, 12, 13, 14, 15));
        labels = write("labels", idx(UNSIGNED_BYTE, new int[] {2}, 200, 7));
    }

    @Test
    void fashion_isReadWholeAndUnpacked() throws IOException {
        Source.Idx zipped = (Source.Idx) RealData.fashion();
        Dataset fashion = RealData.read(zipped);

        assertThat(fashion.rows().count()).isEqualTo(4000);
        assertThat(fashion.shape()).containsExactly(1, 28, 28);
        assertThat(fashion.classNames()).hasSize(10).startsWith("0").endsWith("9");
        assertThat(fashion.featureNames())
                .hasSize(784)
                .startsWith("p0-0", "p0-1")
                .endsWith("p27-27");

        Source plain = new Source.Idx(unpack(zipped.images()), unpack(zipped.labels()));
        assertThat(DataFingerprint.of(RealData.read(plain))).isEqualTo(DataFingerprint.of(fashion));
    }

    @Test
    void bytes_areUnsignedAndClassesAscend() {
        Dataset dataset = read();

        assertThat(dataset.rows().numbers()).containsExactly(0, 1, 2, 3, 4, 255, 10, 11, 12, 13, 14, 15);
        assertThat(dataset.classNames()).containsExactly("7", "200");
        assertThat(dataset.rows().labels()).containsExactly(1, 0);
        assertThat(dataset.shape()).containsExactly(1, 2, 3);
    }

    @Test
    void rowsOfOneDimension_areNoImages() throws IOException {
        images = write("flat", idx(UNSIGNED_BYTE, new int[] {2, 3}, 1, 2, 3, 4, 5, 6));
        assertThat(read().shape()).containsExactly(3);
    }

    @Test
    void otherMagic_isRefused() throws IOException {
        images = write("other", new byte[] {'P', 'N', 8, 3, 0, 0, 0, 0});
        refused(images + ": not an IDX file: it does not start with two zero bytes");
    }

    @Test
    void floats_areRefusedByName() throws IOException {
        images = write("floats", idx(0x0D, new int[] {2, 1}, 1, 2));
        refused(images + ": found IDX values of type 0x0d, expected unsigned bytes (0x08)");
    }

    @Test
    void emptyFile_isRefused() throws IOException {
        labels = write("empty", new byte[0]);
        refused(labels + ": not an IDX file: it ends within its header");
    }

    @Test
    void truncatedValues_areRefused() throws IOException {
        images = write("short", idx(UNSIGNED_BYTE, new int[] {2, 2, 3}, 1, 2, 3));
        refused(images + ": found 3 values, expected 12 for dimensions [2, 2, 3]; the file is cut off");
    }

    @Test
    void bytesAfterTheValues_areRefused() throws IOException {
        labels = write("long", idx(UNSIGNED_BYTE, new int[] {2}, 1, 2, 3));
        refused(labels + ": found bytes after the 2 values of dimensions [2]");
    }

    @Test
    void hugeDimensions_areRefusedBeforeMemoryIsTaken() throws IOException {
        images = write("huge", idx(UNSIGNED_BYTE, new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE}, 1));
        refused(images + ": found dimensions [2147483647, 2147483647], expected positive ones"
                + " that make at most 2147483647 values");
    }

    @Test
    void otherNumberOfLabels_isRefused() throws IOException {
        labels = write("three", idx(UNSIGNED_BYTE, new int[] {3}, 1, 2, 3));
        refused(labels + ": found 3 labels, expected 2 as images has rows");
    }

    @Test
    void swappedFiles_areRefused() {
        Path swapped = images;
        images = labels;
        labels = swapped;
        refused(labels + ": found dimensions [2, 2, 3], expected one dimension: a label a row");
    }

    @Test
    void singleClass_isRefused() throws IOException {
        labels = write("same", idx(UNSIGNED_BYTE, new int[] {2}, 4, 4));
        refused(labels + ": found only the class [4], expected at least two classes");
    }

    private Dataset read() {
        return RealData.read(new Source.Idx(images, labels));
    }

    private void refused(String message) {
        assertThatThrownBy(this::read).isInstanceOf(UserError.class).hasMessage(message);
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path unpack(Path zipped) throws IOException {
        Path plain = folder.resolve(zipped.getFileName() + ".plain");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(zipped))) {
            Files.copy(in, plain);
        }
        return plain;
    }

    private static byte[] idx(int type, int[] shape, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * shape.length + values.length);
        bytes.putShort((short) 0).put((byte) type).put((byte) shape.length);
        for (int dimension : shape) {
            bytes.putInt(dimension);
        }
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.array();
    }
}
