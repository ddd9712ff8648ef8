package dev.touchstone.diagnosis.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.Normalisation;
import dev.touchstone.data.Normaliser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class BeforeAndAfterTest {
    private static BufferedImage read(String uri) throws IOException {
        String start = "data:image/png;base64,";
        assertThat(uri).startsWith(start);
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(start.length()))));
    }

    private static int colour(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xFFFFFF;
    }

    @Test
    void greyImages_areSideBySideInRawBrightness() throws IOException {
        Normaliser normaliser =
                new Normaliser(Normalisation.STANDARDISE, new float[] {5, 5, 5, 5}, new float[] {5, 10, 5, 5});
        BufferedImage picture = read(new BeforeAndAfter(List.of(1, 2, 2), normaliser)
                .dataUri(new float[] {-1, 0.5f, 0, 0}, new float[] {1, -0.5f, -1, -1}));

        assertThat(picture.getWidth()).isEqualTo(6);
        assertThat(picture.getHeight()).isEqualTo(2);
        assertThat(colour(picture, 0, 0)).isZero();
        assertThat(colour(picture, 1, 0)).isEqualTo(0xFFFFFF);
        assertThat(colour(picture, 0, 1)).isEqualTo(0x808080);
        assertThat(colour(picture, 2, 0)).isEqualTo(0xFFFFFF);
        assertThat(colour(picture, 4, 0)).isEqualTo(0xFFFFFF);
        assertThat(colour(picture, 5, 0)).isZero();
    }

    @Test
    void threeChannels_areRedGreenAndBlue() throws IOException {
        Normaliser normaliser = new Normaliser(Normalisation.NONE, new float[3], new float[] {1, 1, 1});
        BufferedImage picture =
                read(new BeforeAndAfter(List.of(3, 1, 1), normaliser).dataUri(new float[] {255, 0, 51}, new float[3]));

        assertThat(colour(picture, 0, 0)).isEqualTo(0xFF0033);
        assertThat(colour(picture, 3, 0)).isZero();
    }
}
