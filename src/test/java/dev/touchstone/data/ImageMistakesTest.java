package dev.touchstone.data;

import static dev.touchstone.data.ImageFolder.blank;
import static dev.touchstone.data.ImageFolder.encoded;
import static dev.touchstone.data.ImageFolder.flat;
import static dev.touchstone.data.ImageFolder.ofPalette;
import static java.awt.image.BufferedImage.TYPE_4BYTE_ABGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.base.UserError;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of images in which something is wrong: three sound images, and what a test adds. */
class ImageMistakesTest {
    private static final int SIDE = 4;

    @TempDir
    private Path temporary;

    private ImageFolder folder;

    @BeforeEach
    void threeSoundImages() throws IOException {
        folder = new ImageFolder(temporary.resolve("images"));
        folder.add("a", "1.png", blank(SIDE, SIDE));
        folder.add("a", "2.png", blank(SIDE, SIDE));
        folder.add("b", "1.png", blank(SIDE, SIDE));
    }

    @Test
    void otherSize_isToldWithTheSizeThatMostHave() throws IOException {
        Path other = folder.add("a", "0.png", blank(5, 3));
        assertThat(mistakes()).containsExactly(other + ": found 5 x 3 pixels, expected 4 x 4 as 3 of 4 images have");
    }

    @Test
    void severalMistakes_areToldAtOnce() throws IOException {
        Path notes = folder.add("a", "notes.txt", new byte[0]);
        Path empty = folder.add("a", "3.png", new byte[0]);
        Path other = folder.add("b", "2.png", blank(1, 1));
        byte[] jpeg = encoded(flat(SIDE, SIDE, TYPE_BYTE_GRAY, 9), "jpeg");
        Path cut = folder.add("b", "3.jpg", Arrays.copyOf(jpeg, jpeg.length - 6));

        assertThat(mistakes())
                .hasSize(4)
                .contains(
                        notes + ": no image by its name, expected one that ends in .png, .jpg, .jpeg",
                        empty + ": not a whole PNG or JPEG image: its content is something else",
                        other + ": found 1 x 1 pixels, expected 4 x 4 as 3 of 4 images have")
                .anySatisfy(line -> assertThat(line).startsWith(cut + ": not a whole PNG or JPEG image: "));
    }

    @Test
    void noMoreThanAHandful_areTold() throws IOException {
        for (int i = 0; i < 20; i++) {
            folder.add("b", "broken-" + i + ".png", new byte[] {1, 2, 3});
        }
        assertThat(mistakes()).hasSize(5);
    }

    @Test
    void pngCutOffAnywhere_isRefused() throws IOException {
        byte[] whole = noise("png", TYPE_INT_RGB);
        for (int length = 0; length < whole.length; length++) {
            assertDamaged(Arrays.copyOf(whole, length), "cut off after " + length);
        }
    }

    @Test
    void pngWithAnyByteChanged_isRefused() throws IOException {
        byte[] whole = noise("png", TYPE_BYTE_GRAY);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            assertDamaged(changed, "byte " + at + " of " + whole.length);
        }
    }

    @Test
    void jpegCutOffAnywhere_isRefused() throws IOException {
        byte[] whole = noise("jpeg", TYPE_INT_RGB);
        for (int length = 0; length < whole.length - 2; length += 3) {
            assertDamaged(Arrays.copyOf(whole, length), "cut off after " + length);
        }
    }

    @Test
    void otherFormatUnderTheName_isRefused() throws IOException {
        Path gif = folder.add("a", "3.png", encoded(flat(SIDE, SIDE, TYPE_BYTE_GRAY, 1), "gif"));
        assertThat(mistakes()).containsExactly(gif + ": not a whole PNG or JPEG image: its content is something else");
    }

    @Test
    void hugeSizeInAHeader_isRefusedBeforeMemoryIsTaken() throws IOException {
        byte[] bomb = blank(SIDE, SIDE);
        int header = 12;
        ByteBuffer.wrap(bomb).putInt(header + 4, 100_000).putInt(header + 8, 100_000);
        CRC32 sum = new CRC32();
        sum.update(bomb, header, 17);
        ByteBuffer.wrap(bomb).putInt(header + 17, (int) sum.getValue());
        Path file = folder.add("a", "3.png", bomb);

        assertThat(mistakes())
                .containsExactly(
                        file + ": found 100000 x 100000 pixels, expected at most 262144 in all; scale the images down");
    }

    @Test
    void moreImagesThanMemoryHolds_areRefusedBeforeTheyAreDecoded() throws IOException {
        byte[] large = encoded(flat(512, 512, BufferedImage.TYPE_BYTE_INDEXED, 17), "png");
        long most = Runtime.getRuntime().maxMemory() * 3 / 16;
        folder = new ImageFolder(temporary.resolve("many"));
        for (int i = 0; i <= most / (3 * 512 * 512); i++) {
            folder.add(i % 2 == 0 ? "even" : "odd", i + ".png", large);
        }
        assertThat(mistakes()).singleElement().asString().contains("values each", "scale the images down", "-Xmx");
    }

    @Test
    void transparentPixel_isRefused() throws IOException {
        BufferedImage image = flat(SIDE, SIDE, TYPE_4BYTE_ABGR, 255);
        image.getRaster().setSample(2, 1, 3, 254);
        Path seeThrough = folder.add("a", "3.png", encoded(image, "png"));
        assertThat(mistakes())
                .containsExactly(
                        seeThrough + ": found a transparent pixel, expected none; put the image on a background");
    }

    @Test
    void transparentColourOfAPalette_isRefused() throws IOException {
        folder = new ImageFolder(temporary.resolve("palettes"));
        folder.add("a", "1.png", encoded(ofPalette(0xFF000000, 0xFF123456), "png"));
        Path seeThrough = folder.add("b", "1.png", encoded(ofPalette(0xFF000000, 0x00123456), "png"));
        assertThat(mistakes()).singleElement().asString().startsWith(seeThrough + ": found a transparent pixel");
    }

    @Test
    void classWithoutImages_isRefused() throws IOException {
        Path empty = Files.createDirectory(folder.path().resolve("c"));
        Files.write(empty.resolve(".hidden"), new byte[0]);
        assertThat(mistakes()).containsExactly(empty + ": found no image, expected at least one of each class");
    }

    @Test
    void folderInAClass_isRefused() throws IOException {
        Path deeper = folder.add("b/c", "1.png", blank(SIDE, SIDE)).getParent();
        assertThat(mistakes()).containsExactly(deeper + ": a folder, expected only images in the folder of a class");
    }

    @Test
    void imageBesideTheClasses_isRefused() throws IOException {
        Path loose = folder.add(".", "1.png", blank(SIDE, SIDE)).normalize();
        assertThat(mistakes())
                .containsExactly(loose + ": an image without a class, expected it in the folder of its class");
    }

    @Test
    void singleClass_isRefused() throws IOException {
        Files.move(folder.path().resolve("b"), folder.path().resolve(".b"));
        assertThat(mistakes())
                .containsExactly(folder.path() + ": found only the class [a], expected at least two classes");
    }

    @Test
    void folderWithoutFolders_isRefused() throws IOException {
        folder = new ImageFolder(Files.createDirectory(temporary.resolve("empty")));
        assertThat(mistakes())
                .containsExactly(
                        folder.path() + ": found no folder in it, expected one for each class, with images in it");
    }

    @Test
    void fileInPlaceOfTheFolder_isRefused() throws IOException {
        folder = new ImageFolder(Files.writeString(temporary.resolve("file"), "x"));
        assertThat(mistakes())
                .containsExactly(
                        folder.path() + ": a file, expected a folder that has a folder of images for each class");
    }

    @Test
    void nameThatBreaksLines_isToldOnOneLine() throws IOException {
        folder.add("a", "x\n\u001b[31m.png", new byte[0]);
        assertThat(mistakes()).singleElement().asString().contains("x??[31m.png: not a whole");
    }

    private void assertDamaged(byte[] content, String damage) throws IOException {
        Path file = folder.add("a", "damaged.png", content);
        assertThat(mistakes())
                .as(damage)
                .singleElement()
                .asString()
                .startsWith(file + ": ")
                .doesNotContain("null", "Exception");
    }

    private List<String> mistakes() {
        DataSpec spec =
                new DataSpec(new Source.Images(folder.path()), List.of(), SplitSpec.DEFAULT, Normalisation.NONE);
        UserError refusal = catchThrowableOfType(UserError.class, () -> new SourceReader().read(spec));
        assertThat(refusal).isNotNull();
        return refusal.getMessage().lines().toList();
    }

    private static byte[] noise(String format, int type) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, type);
        Random random = new Random(5);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.setRGB(i % SIDE, i / SIDE, random.nextInt());
        }
        return encoded(image, format);
    }
}
