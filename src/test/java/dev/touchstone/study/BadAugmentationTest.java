package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.augmentation.AugmentationCheck;
import dev.touchstone.spec.Overrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether labels are kept, on real data. */
class BadAugmentationTest {
    private static StudySpec spec(String name, String augmentation, String parameters) throws IOException {
        Path file = Path.of("search-spaces", name + ".yaml");
        String text = Files.readString(file)
                .replace("\nspace:\n", "\naugmentation: " + augmentation + "\nspace:\n" + parameters);
        return SpecFile.parse(text, file, Overrides.NONE).spec();
    }

    /** Without what other checks say of the data. */
    private static List<Finding> ofAugmentation(StudySpec spec) {
        return AugmentationCheck.run(
                Studies.prepare(spec).data(),
                spec.augmentation(),
                spec.strongest(),
                new Seed(spec.search().seed()));
    }

    @Test
    void rotationOfDigitsByHalfATurn_isBadForItMakesSixesNines() throws IOException {
        StudySpec spec = spec(
                "digits",
                "[{shift: {pixels: 1}}, {rotation: {degrees: $degrees}}, {noise: {deviation: 0.1}}, {mixup: {alpha: 1}}]",
                "  degrees: {uniform: [0, 180]}\n");

        List<Finding> bad = spec.checkData(Studies.prepare(spec)).stream()
                .filter(finding -> finding.code().equals("bad-augmentation"))
                .toList();

        assertThat(bad).hasSize(1);
        assertThat(bad.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(bad.get(0).confirmed()).isTrue();
        assertThat(bad.get(0).cause()).startsWith("rotation (degrees 180.0) does not keep labels: ");
        assertThat((List<?>) bad.get(0).evidence().get("pairs")).asString().contains("6 to 9");
        List<?> pictures = (List<?>) bad.get(0).evidence().get(Finding.PICTURES);
        assertThat(pictures)
                .isNotEmpty()
                .hasSameSizeAs((List<?>) bad.get(0).evidence().get(Finding.CAPTIONS))
                .allSatisfy(picture -> assertThat(picture).asString().startsWith("data:image/png;base64,"));
    }

    @Test
    void horizontalFlipOfClothes_isNotBad() throws IOException {
        StudySpec spec = spec("fashion", "[{flip: {horizontal: 0.5}}]", "");

        assertThat(ofAugmentation(spec)).extracting(Finding::code).containsExactly("augmentation-effect");
    }

    @Test
    void augmentationThatChangesTargets_isNotMeasured() throws IOException {
        StudySpec spec = spec("breast-cancer", "[{mixup: {alpha: 0.2}}, {label-smoothing: {share: 0.1}}]", "");

        assertThat(ofAugmentation(spec)).isEmpty();
        assertThat(AugmentationCheck.cost(spec.augmentation())).isEmpty();
    }

    @Test
    void augmentationOfNumbers_isNotMeasured() throws IOException {
        assertThat(ofAugmentation(spec("diamonds", "[{noise: {deviation: 0.1}}]", "")))
                .isEmpty();
    }

    @Test
    void cost_isTold() throws IOException {
        StudySpec spec = spec("digits", "[{noise: {deviation: 0.1}}, {shift: {pixels: 1}}, {mixup: {alpha: 1}}]", "");

        assertThat(AugmentationCheck.cost(spec.augmentation()))
                .hasValue("what augmentation does to labels is measured before a study's first trial: at most 17"
                        + " trainings of a small network on at most 2000 rows, about a second each");
    }
}
