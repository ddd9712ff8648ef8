package dev.touchstone.data;

import static dev.touchstone.data.ImageFolder.blank;
import static dev.touchstone.data.ImageFolder.encoded;
import static dev.touchstone.data.ImageFolder.flat;
import static dev.touchstone.data.ImageFolder.ofPalette;
import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_4BYTE_ABGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_BINARY;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesSourceTest {
    @TempDir
    private Path temporary;

    private ImageFolder folder;

    @BeforeEach
    void inAFolder() {
        folder = new ImageFolder(temporary.resolve("images"));
    }

    @Test
    void digits_areWhatTheirTableSays() throws IOException {
        folder.addDigits(300);
        Dataset table = RealData.read(RealData.digits());
        int[] byClass = IntStream.range(0, 300)
                .boxed()
                .sorted((a, b) ->
                        Integer.compare(table.rows().labels()[a], table.rows().labels()[b]))
                .mapToInt(row -> row)
                .toArray();

        Dataset images = read();

        assertThat(images.rows().numbers())
                .isEqualTo(table.rows().select(byClass).numbers());
        assertThat(images.rows().labels())
                .isEqualTo(table.rows().select(byClass).labels());
        assertThat(images.classNames()).isEqualTo(table.classNames());
        assertThat(images.shape()).containsExactly(1, 8, 8);
        assertThat(images.featureNames()).hasSize(64).startsWith("p0-0", "p0-1").endsWith("p7-7");
        assertThat(images.files()).startsWith("0/0001.png", "0/0011.png").hasSize(300);
    }

    @Test
    void classesThatAreNumbers_ascendByValue() throws IOException {
        for (String name : List.of("10", "9", "-1")) {
            folder.add(name, "a.png", blank(1, 1));
        }
        assertThat(read().classNames()).containsExactly("-1", "9", "10");
    }

    @Test
    void colours_areThreeChannelsOneAfterTheOther() throws IOException {
        BufferedImage two = new BufferedImage(2, 1, TYPE_INT_RGB);
        two.setRGB(0, 0, 0x010203);
        two.setRGB(1, 0, 0xFD80FF);
        Dataset dataset = of(two, flat(2, 1, TYPE_3BYTE_BGR, 9));

        assertThat(dataset.shape()).containsExactly(3, 1, 2);
        assertThat(dataset.rows().numbers()).containsExactly(1, 253, 2, 128, 3, 255, 9, 9, 9, 9, 9, 9);
        assertThat(dataset.featureNames())
                .containsExactly("red0-0", "red0-1", "green0-0", "green0-1", "blue0-0", "blue0-1");
    }

    @Test
    void greyAmongColours_hasThreeEqualChannels() throws IOException {
        Dataset dataset = of(flat(1, 1, TYPE_BYTE_GRAY, 77), flat(1, 1, TYPE_INT_RGB, 5));
        assertThat(dataset.rows().numbers()).containsExactly(77, 77, 77, 5, 5, 5);
    }

    @Test
    void depthsOtherThanABytes_areBroughtToTheSameScale() throws IOException {
        Dataset dataset = of(flat(1, 1, TYPE_USHORT_GRAY, 65535), flat(1, 1, TYPE_BYTE_BINARY, 1));
        assertThat(dataset.shape()).containsExactly(1, 1, 1);
        assertThat(dataset.rows().numbers()).containsExactly(255, 255);
        assertThat(of(flat(1, 1, TYPE_USHORT_GRAY, 257), flat(1, 1, TYPE_BYTE_BINARY, 0))
                        .rows()
                        .numbers())
                .containsExactly(1, 0);
    }

    @Test
    void palettes_areLookedUp() throws IOException {
        assertThat(of(ofPalette(0xFF000000, 0xFF010203), ofPalette(0xFF000000, 0xFF040506))
                        .rows()
                        .numbers())
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(of(ofPalette(0xFF000000, 0xFF808080), ofPalette(0xFF000000, 0xFF111111))
                        .rows()
                        .numbers())
                .as("a palette of greys is grey")
                .containsExactly(128, 17);
    }

    @Test
    void opaqueAlpha_isDropped() throws IOException {
        BufferedImage opaque = flat(1, 1, TYPE_4BYTE_ABGR, 255);
        opaque.getRaster().setSample(0, 0, 1, 4);
        assertThat(of(opaque, opaque).rows().numbers()).containsExactly(255, 4, 255, 255, 4, 255);
    }

    @Test
    void jpegs_areReadAsNearAsTheyAreStored() throws IOException {
        BufferedImage orange = new BufferedImage(16, 8, TYPE_3BYTE_BGR);
        IntStream.range(0, 16 * 8).forEach(i -> orange.setRGB(i % 16, i / 16, 0xF08020));
        folder.add("orange", "1.jpg", encoded(orange, "jpeg"));
        folder.add("grey", "1.JPEG", encoded(flat(16, 8, TYPE_BYTE_GRAY, 100), "jpeg"));

        Dataset dataset = read();

        assertThat(dataset.classNames()).containsExactly("grey", "orange");
        assertThat(dataset.shape()).containsExactly(3, 8, 16);
        for (int channel = 0; channel < 3; channel++) {
            int at = channel * 16 * 8;
            assertThat(dataset.rows().numbers()[at]).isCloseTo(100, within(3f));
            assertThat(dataset.rows().numbers()[dataset.rows().width() + at])
                    .isCloseTo(List.of(0xF0, 0x80, 0x20).get(channel), within(6f));
        }
    }

    @Test
    void content_decidesWhetherItIsPngOrJpeg() throws IOException {
        folder.add("a", "1.jpg", encoded(flat(1, 1, TYPE_BYTE_GRAY, 3), "png"));
        folder.add("b", "1.png", encoded(flat(1, 1, TYPE_BYTE_GRAY, 255), "jpeg"));
        assertThat(read().rows().numbers()).containsExactly(3, 255);
    }

    @Test
    void hiddenFilesAndWhatLiesBesideTheClasses_arePassedOver() throws IOException {
        folder.add("a", "1.PNG", blank(1, 1));
        folder.add("b", "1.Png", blank(1, 1));
        folder.add("a", ".DS_Store", new byte[] {1});
        folder.add(".git", "1.txt", new byte[] {1});
        Files.writeString(folder.path().resolve("LICENCE"), "free");

        assertThat(read().files()).containsExactly("a/1.PNG", "b/1.Png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "größe", "<b>&amp;\"'", "数字", "%s$x", "-rf"})
    void unusualNames_areKept(String name) throws IOException {
        folder.add(name, name + ".png", blank(1, 1));
        folder.add("other", "1.png", blank(1, 1));

        Dataset dataset = read();

        assertThat(dataset.classNames()).containsExactlyInAnyOrder(name, "other");
        assertThat(dataset.files()).contains(name + "/" + name + ".png");
    }

    @Test
    void samePixels_haveTheSameFingerprintWhateverTheFilesAreCalled() throws IOException {
        folder.addDigits(40);
        String fingerprint = DataFingerprint.of(read());
        for (Path classFolder : files(folder.path())) {
            for (Path file : files(classFolder)) {
                Files.move(file, file.resolveSibling("scan " + file.getFileName()));
            }
        }
        assertThat(DataFingerprint.of(read())).isEqualTo(fingerprint);
    }

    @Test
    void rowsOfTrainAndValidation_areNamedInTheirOrderAndThoseOfTestAreNot() throws IOException {
        folder.addDigits(100);
        Dataset dataset = read();

        Origin origin = DataPreparation.prepare(spec(List.of())).origin();

        List<String> named = new ArrayList<>();
        IntStream.concat(IntStream.of(origin.train()), IntStream.of(origin.validation()))
                .forEach(row -> named.add(dataset.files().get(row)));
        assertThat(origin.files()).isEqualTo(named).hasSizeLessThan(100);
    }

    @Test
    void shapeOfTheSpec_isTaken() throws IOException {
        folder.addDigits(20);
        assertThat(new SourceReader().read(spec(List.of(64))).shape()).containsExactly(64);
    }

    /** Two classes of one image each. */
    private Dataset of(BufferedImage first, BufferedImage second) throws IOException {
        folder.add("a", "1.png", encoded(first, "png"));
        folder.add("b", "1.png", encoded(second, "png"));
        return read();
    }

    private Dataset read() {
        return new SourceReader().read(spec(List.of()));
    }

    private DataSpec spec(List<Integer> shape) {
        return new DataSpec(new Source.Images(folder.path()), shape, SplitSpec.DEFAULT, Normalisation.NONE);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
