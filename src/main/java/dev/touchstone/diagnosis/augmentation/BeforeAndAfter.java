package dev.touchstone.diagnosis.augmentation;

import dev.touchstone.data.Normaliser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Draws an image beside what augmentation made of it.
 *
 * @param shape of the rows: channels, height, width; three channels are red, green and blue, else the first is shown in grey
 */
record BeforeAndAfter(List<Integer> shape, Normaliser normaliser) {
    /** Pixels between the two. */
    private static final int GAP = 2;

    private static final int WHITE = 0xFFFFFF;
    private static final int BRIGHTEST = 255;

    /** Both as one PNG file in a data URI. */
    String dataUri(float[] before, float[] after) {
        int width = shape.get(2);
        double[] rawBefore = raw(before);
        double[] rawAfter = raw(after);
        double least = IntStream.range(0, rawBefore.length)
                .mapToDouble(i -> Math.min(rawBefore[i], rawAfter[i]))
                .min()
                .orElse(0);
        double most = IntStream.range(0, rawBefore.length)
                .mapToDouble(i -> Math.max(rawBefore[i], rawAfter[i]))
                .max()
                .orElse(0);
        BufferedImage picture = new BufferedImage(2 * width + GAP, shape.get(1), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                double[] raw = x < width ? rawBefore : rawAfter;
                int column = x < width ? x : x - width - GAP;
                picture.setRGB(x, y, column < 0 ? WHITE : colour(raw, y * width + column, least, most));
            }
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(picture));
    }

    private double[] raw(float[] row) {
        return IntStream.range(0, row.length)
                .mapToDouble(i ->
                        (double) row[i] * normaliser.scale()[i] + normaliser.offset()[i])
                .toArray();
    }

    private int colour(double[] raw, int pixel, double least, double most) {
        int pixels = shape.get(1) * shape.get(2);
        int colour = 0;
        for (int channel = 0; channel < 3; channel++) {
            double value = raw[shape.get(0) == 3 ? channel * pixels + pixel : pixel];
            int level = most > least ? (int) Math.round(BRIGHTEST * (value - least) / (most - least)) : 0;
            colour = colour << 8 | level;
        }
        return colour;
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory took no picture", e);
        }
        return bytes.toByteArray();
    }
}
