package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {
    private static final Rows TRAIN = new Rows(3, new float[] {1, 10, 5, 3, 20, 5, 5, 60, 5}, new int[3]);

    @Test
    void standardised_trainHasMeanZeroAndDeviationOne() {
        Rows train = RealData.read(RealData.breastCancer()).rows();
        float[] features = fit(Normalisation.STANDARDISE, train).apply(train).numbers();
        for (int feature = 0; feature < train.width(); feature++) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < train.count(); row++) {
                double value = features[row * train.width() + feature];
                sum += value;
                squares += value * value;
            }
            assertThat(sum / train.count()).isCloseTo(0, within(1e-5));
            assertThat(squares / train.count()).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void standardised_largeMeansLoseNothing() {
        Rows train = new Rows(1, new float[] {16_000_000, 16_000_002, 16_000_004}, new int[3]);
        Normaliser normaliser = fit(Normalisation.STANDARDISE, train);
        assertThat(normaliser.offset()[0]).isEqualTo(16_000_002);
        assertThat(normaliser.scale()[0]).isCloseTo((float) Math.sqrt(8.0 / 3), within(1e-6f));
    }

    @Test
    void minMax_putsTrainBetweenZeroAndOne() {
        Normaliser normaliser = fit(Normalisation.MIN_MAX, TRAIN);
        assertThat(normaliser.apply(TRAIN).numbers()).containsExactly(0, 0, 0, 0.5f, 0.2f, 0, 1, 1, 0);
    }

    @Test
    void none_changesNothing() {
        Normaliser normaliser = fit(Normalisation.NONE, TRAIN);
        assertThat(normaliser.apply(TRAIN).numbers()).containsExactly(TRAIN.numbers());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"IMAGE_SCALE", "PER_CHANNEL"},
            mode = EnumSource.Mode.EXCLUDE)
    void constantFeature_hasScaleOne(Normalisation kind) {
        assertThat(fit(kind, TRAIN).scale()[2]).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"IMAGE_SCALE", "PER_CHANNEL"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyFloat_givesAFiniteScale(Normalisation kind) {
        float[] extremes = {Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, 0};
        Normaliser normaliser = fit(kind, new Rows(1, extremes, new int[4]));
        assertThat(normaliser.scale()[0]).isFinite().isPositive();
        Rows tiny = new Rows(1, new float[] {0, Float.MIN_VALUE, 0, 0, 0, 0, 0}, new int[7]);
        assertThat(fit(kind, tiny).scale()[0]).isFinite().isPositive();
    }

    @Test
    void apply_keepsTheLabelsAndTheGivenRows() {
        Rows rows = new Rows(1, new float[] {2, 4}, new int[] {1, 0});
        Rows applied = fit(Normalisation.MIN_MAX, rows).apply(rows);
        assertThat(applied.labels()).containsExactly(1, 0);
        assertThat(rows.numbers()).containsExactly(2, 4);
    }

    @Test
    void rowsOfAnotherWidth_areRefused() {
        Normaliser normaliser = fit(Normalisation.NONE, TRAIN);
        Rows narrow = new Rows(1, new float[] {1}, new int[1]);
        assertThatThrownBy(() -> normaliser.apply(narrow)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void imageScale_isTheSameForAllPixels() {
        Rows rows = new Rows(2, new float[] {0, 51, 102, 51}, new int[2]);

        assertThat(fit(Normalisation.IMAGE_SCALE, rows).apply(rows).numbers()).containsExactly(0, 0.2f, 0.4f, 0.2f);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, 255.5f})
    void imageScaleOfWhatIsNoPixel_isRefused(float value) {
        Rows rows = new Rows(2, new float[] {0, value}, new int[1]);

        assertThatThrownBy(() -> fit(Normalisation.IMAGE_SCALE, rows))
                .isInstanceOf(UserError.class)
                .hasMessage("data: normalise: image-scale is for pixels from 0 to 255, found " + value
                        + " in train; use standardise or min-max");
    }

    @Test
    void perChannel_hasOneMeanAndDeviationForAllFeaturesOfAChannel() {
        Rows rows = new Rows(4, new float[] {1, 3, 10, 10, 5, 7, 20, 20}, new int[2]);

        Normaliser normaliser = new NormaliserFit(Normalisation.PER_CHANNEL, rows, List.of(2, 2)).fit();

        assertThat(normaliser.offset()).containsExactly(4, 4, 15, 15);
        float first = (float) Math.sqrt(5);
        assertThat(normaliser.scale()).containsExactly(first, first, 5, 5);
    }

    @Test
    void perChannelOfRowsWithoutChannels_isRefused() {
        assertThatThrownBy(() -> fit(Normalisation.PER_CHANNEL, TRAIN))
                .isInstanceOf(UserError.class)
                .hasMessage("data: normalise: per-channel is for rows with the shape [channels, …], found [3]; state"
                        + " data: {shape: …}, or use standardise");
    }

    private static Normaliser fit(Normalisation kind, Rows train) {
        return new NormaliserFit(kind, train, List.of(train.width())).fit();
    }
}
