package dev.touchstone.data;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** A folder with a folder of images for each class, being written. */
public record ImageFolder(Path path) {
    private static final int SIDE = 8;

    /** The first rows of digits as grey PNG files of 8 x 8 pixels, named by their row from 1. */
    public void addDigits(int rows) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("search-spaces", "data", "digits.csv"));
        for (int row = 1; row <= rows; row++) {
            String[] cells = lines.get(row).split(",");
            BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < SIDE * SIDE; i++) {
                image.getRaster().setSample(i % SIDE, i / SIDE, 0, Integer.parseInt(cells[i]));
            }
            add(cells[SIDE * SIDE], "%04d.png".formatted(row), encoded(image, "png"));
        }
    }

    /** Puts a file into the folder of a class. */
    public Path add(String className, String name, byte[] content) throws IOException {
        return Files.write(Files.createDirectories(path.resolve(className)).resolve(name), content);
    }

    /** An image of one value in every band of every pixel. */
    static BufferedImage flat(int width, int height, int type, int value) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int band = 0; band < image.getRaster().getNumBands(); band++) {
            for (int i = 0; i < width * height; i++) {
                image.getRaster().setSample(i % width, i / width, band, value);
            }
        }
        return image;
    }

    /** A PNG file of a size in which nothing is to be seen. */
    static byte[] blank(int width, int height) throws IOException {
        return encoded(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png");
    }

    /** An image of one pixel, in the second colour of a palette of two. */
    static BufferedImage ofPalette(int first, int second) {
        IndexColorModel palette =
                new IndexColorModel(8, 2, new int[] {first, second}, 0, true, -1, DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
        image.getRaster().setSample(0, 0, 0, 1);
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            throw new IOException("no encoder for " + format);
        }
        return bytes.toByteArray();
    }
}
