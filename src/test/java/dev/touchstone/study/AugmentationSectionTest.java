package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.Seed;
import dev.touchstone.base.UserError;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.augmentation.Augmentation;
import dev.touchstone.data.augmentation.Flip;
import dev.touchstone.data.augmentation.Grid;
import dev.touchstone.data.augmentation.LabelSmoothing;
import dev.touchstone.data.augmentation.Mixup;
import dev.touchstone.data.augmentation.Noise;
import dev.touchstone.data.augmentation.Rotation;
import dev.touchstone.data.augmentation.Shift;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmentationSectionTest {
    private static final Path SPECS = Path.of("search-spaces");

    /** A real spec with an augmentation section, and more parameters in its space. */
    private static ReadSpec read(String name, String augmentation, String parameters, Overrides overrides)
            throws Exception {
        String text = Files.readString(SPECS.resolve(name + ".yaml"))
                .replace("\nspace:\n", "\naugmentation: " + augmentation + "\nspace:\n" + parameters);
        return SpecFile.parse(text, SPECS.resolve(name + ".yaml"), overrides);
    }

    private static StudySpec spec(String name, String augmentation, String parameters) throws Exception {
        return read(name, augmentation, parameters, Overrides.NONE).spec();
    }

    @Test
    void steps_comeInTheirOrderWithTheStrengthsOfTheAssignment() throws Exception {
        StudySpec spec = spec(
                "digits",
                "[{shift: {pixels: $pixels}}, {flip: {vertical: 0.5}}, {mixup: {alpha: 1}}, {noise: {deviation: $noise}}]",
                "  pixels: {integer: [0, 3]}\n  noise: {choice: [0.3, 0.05]}\n");
        PreparedData data = Studies.prepare(spec).data();
        Map<String, Object> values = Map.of("pixels", 2, "noise", 0.05);

        List<Augmentation> steps =
                spec.augmentation().in(new Assignment(values), data).steps();

        assertThat(steps).hasSize(4);
        Shift shift = (Shift) steps.get(0);
        assertThat(shift.pixels()).isEqualTo(2);
        assertThat(steps.get(1)).isEqualTo(new Flip(new Grid(1, 8, 8), 0, 0.5));
        assertThat(steps.get(2)).isEqualTo(new Mixup(1, data.task()));
        assertThat(steps.get(3)).isEqualTo(new Noise(64, 0.05));
        assertThat(spec.task(data)
                        .loop(new Assignment(values), new Seed(1))
                        .augmentations()
                        .steps())
                .hasSize(4);
    }

    @Test
    void pixelThatIsNotThere_isRawBlack() throws Exception {
        StudySpec spec = spec("digits", "[{rotation: {degrees: 10}}]", "");
        PreparedData data = Studies.prepare(spec).data();

        Rotation rotation = (Rotation)
                spec.augmentation().in(new Assignment(Map.of()), data).steps().get(0);

        for (int feature = 0; feature < 64; feature++) {
            double raw = rotation.blank()[feature] * data.normaliser().scale()[feature]
                    + data.normaliser().offset()[feature];
            assertThat(raw).isBetween(-1e-5, 1e-5);
        }
    }

    @Test
    void strongest_isTheUpperEndOfTheSpaceOrWhatIsSet() throws Exception {
        String augmentation = "[{rotation: {degrees: $degrees}}, {noise: {deviation: $noise}}]";
        String parameters = "  degrees: {uniform: [0, 30]}\n  noise: {choice: [0.3, 0.05]}\n";
        StudySpec free = spec("digits", augmentation, parameters);
        StudySpec set = read("digits", augmentation, parameters, new Overrides(Map.of("degrees", "7"), null, null))
                .spec();

        assertThat(free.strongest().values()).isEqualTo(Map.of("degrees", 30.0, "noise", 0.3));
        assertThat(set.strongest().values()).isEqualTo(Map.of("degrees", 7.0, "noise", 0.3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            breast-cancer | {shift: {pixels: 1}} | augmentation: shift is for images, shape [channels, height, width]; the data have shape [30]
            breast-cancer | {crop: {padding: 1}} | augmentation: crop is for images, shape [channels, height, width]; the data have shape [30]
            breast-cancer | {masking: {steps: 1}} | augmentation: masking is for signals and sequences, shape [features, steps]; the data have shape [30]
            digits | {time-shift: {steps: 1}} | augmentation: time-shift is for signals and sequences, shape [features, steps]; the data have shape [1, 8, 8]
            digits | {feature-masking: {share: 0.1}} | augmentation: feature-masking is for rows of a table, shape [features]; the data have shape [1, 8, 8]
            diamonds | {label-smoothing: {share: 0.1}} | augmentation: label-smoothing is for classification; the data are for regression
            """)
    void stepThatDoesNotSuitTheData_isRefusedInOneLine(String name, String step, String message) throws Exception {
        StudySpec spec = spec(name, "[" + step + "]", "");

        assertThatThrownBy(() -> Studies.prepare(spec))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"breast-cancer", "diamonds"})
    void stepsForTables_suitTables(String name) throws Exception {
        StudySpec spec =
                spec(name, "[{feature-masking: {share: 0.1}}, {noise: {deviation: 0.1}}, {mixup: {alpha: 1}}]", "");

        assertThat(spec.augmentation().misfits(Studies.prepare(spec).data())).isEmpty();
    }

    @Test
    void labelSmoothing_knowsTheClasses() throws Exception {
        StudySpec spec = spec("digits", "[{label-smoothing: {share: 0.1}}]", "");

        assertThat(spec.augmentation()
                        .in(new Assignment(Map.of()), Studies.prepare(spec).data())
                        .steps())
                .containsExactly(new LabelSmoothing(0.1, 10));
    }

    @Test
    void anotherAugmentation_isAnotherMeaning() throws Exception {
        SpecMeaning one = spec("digits", "[{shift: {pixels: 1}}]", "").meaning();
        SpecMeaning two = spec("digits", "[{shift: {pixels: 2}}]", "").meaning();

        assertThat(two.fingerprint()).isNotEqualTo(one.fingerprint());
        assertThat(two.differencesFrom(one)).containsExactly("augmentation[0].shift.pixels: was 1, is 2");
    }
}
