package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.IntStream;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/** One image. Its numbers are taken as they are stored: neither a gamma nor a colour profile nor a rotation is applied. */
final class ImageFile {
    /** The record of a study names a feature for each value of a pixel, and a dense layer has weights for each. */
    static final int MOST_PIXELS = 512 * 512;

    private static final float WHITE = 255;

    private final Path file;
    private final ImageDecoder decoder;

    ImageFile(Path file) {
        this.file = file;
        decoder = new ImageDecoder(file);
    }

    /**
     * Looks at the file without decoding it, for the memory that a decoder takes depends on the size it finds there.
     *
     * @throws UserError when it is no image, damaged, too large, or has colours of another kind
     */
    ImageHead head() {
        ImageHead head = decoder.answer(reader -> {
            PngChunks.check(file);
            return head(reader);
        });
        if ((long) head.width() * head.height() > MOST_PIXELS) {
            throw new UserError(file + ": found " + head.size() + " pixels, expected at most " + MOST_PIXELS
                    + " in all; scale the images down");
        }
        return head;
    }

    /**
     * Decodes the image.
     *
     * @param channels 1 for its grey, 3 for red, green and blue, which are the same in a grey image
     * @return values from 0 to 255, channel by channel, row by row
     * @throws UserError when it is damaged, or one can see through it
     */
    float[] values(int channels) {
        BufferedImage image = decoder.answer(reader -> reader.read(0));
        if (image.getColorModel() instanceof IndexColorModel palette) {
            image = palette.convertToIntDiscrete(image.getRaster(), false);
        }
        ColorModel model = image.getColorModel();
        int colours = model.getNumColorComponents();
        if (model.hasAlpha()) {
            refuseTransparent(samples(image, colours));
        }
        int pixels = image.getWidth() * image.getHeight();
        float[] values = new float[channels * pixels];
        for (int channel = 0; channel < channels; channel++) {
            float[] samples = samples(image, Math.min(channel, colours - 1));
            System.arraycopy(samples, 0, values, channel * pixels, pixels);
        }
        return values;
    }

    private void refuseTransparent(float[] opacities) {
        for (float opacity : opacities) {
            if (opacity < WHITE) {
                throw new UserError(file + ": found a transparent pixel, expected none; put the image on a background");
            }
        }
    }

    private static ImageHead head(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            throw new IIOException("its colours are neither grey nor red, green and blue");
        }
        return new ImageHead(
                reader.getWidth(0), reader.getHeight(0), isGrey(types.next().getColorModel()));
    }

    private static boolean isGrey(ColorModel model) {
        if (model instanceof IndexColorModel palette) {
            return IntStream.range(0, palette.getMapSize())
                    .allMatch(entry -> palette.getRed(entry) == palette.getGreen(entry)
                            && palette.getGreen(entry) == palette.getBlue(entry));
        }
        return model.getNumColorComponents() == 1;
    }

    /** One band on a scale to 255, however many bits it has. */
    private static float[] samples(BufferedImage image, int band) {
        Raster raster = image.getRaster();
        float most = (1 << image.getColorModel().getComponentSize(band)) - 1;
        float[] samples = raster.getSamples(0, 0, image.getWidth(), image.getHeight(), band, (float[]) null);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = samples[i] * WHITE / most;
        }
        return samples;
    }
}
