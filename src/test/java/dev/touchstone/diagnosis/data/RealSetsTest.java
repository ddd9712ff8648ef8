package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The real data sets as they are, split as their specs say: every finding was expected, and none alarms. */
class RealSetsTest {
    /** A finding that is right, and why. */
    private record Expected(String code, Severity severity, String why) {}

    static Stream<Arguments> sets() {
        return Stream.of(
                set(
                        "digits",
                        info("row-order", "writers wrote the digits in turn, and their forms follow each other"),
                        info("constant-features", "the corners of the images are always blank"),
                        info("small-validation-split", "270 rows resolve four points of accuracy"),
                        info("label-noise", "one digit looks like another")),
                set(
                        "breast-cancer",
                        info("row-order", "ill patients come first in the file, somewhat"),
                        info("wild-scales", "areas are in thousands and errors of fractal dimensions in thousandths"),
                        info("small-validation-split", "114 rows resolve eight points of accuracy"),
                        info("label-noise", "a few tumours look like those of the other class")),
                set(
                        "fashion",
                        info("constant-features", "one pixel of the margin is always blank"),
                        info("wild-scales", "pixels of the margin hardly vary"),
                        info("small-validation-split", "600 rows resolve seven points of accuracy"),
                        info("label-noise", "shirts, coats and pullovers look alike at 28 pixels")),
                set(
                        "splice",
                        info("conflicting-labels", "one sequence is in the source twice, as two classes"),
                        info("small-validation-split", "478 rows resolve eight points of accuracy"),
                        info("label-noise", "neighbours by letters know little of where a gene is cut")),
                set(
                        "vowel",
                        info(
                                "small-validation-split",
                                "198 rows resolve ten points of accuracy, and are a fifth of all"),
                        info("split-drift", "the voices in validation are not those in train: that is the task"),
                        info("feature-drift", "the same, formant by formant"),
                        info("row-order", "each speaker says the vowels in one order, six times each"),
                        info("label-noise", "one speaker's vowel is near another speaker's other vowel")),
                set(
                        "diamonds",
                        info("rows-shared-with-validation", "one diamond is like another in all that is measured"),
                        info("rows-shared-with-test", "so are five, and of train as many repeat each other"),
                        info("near-duplicates", "diamonds are cut to the same sizes and grades"),
                        info("row-order", "the source is sorted by price in long stretches"),
                        info("small-validation-split", "dear diamonds are rare and missed by much")),
                set("co2", info("feature-drift", "carbon dioxide rises, and later windows lie above earlier ones")));
    }

    private static Arguments set(String name, Expected... expected) {
        return Arguments.of(name, List.of(expected));
    }

    private static Expected info(String code, String why) {
        return new Expected(code, Severity.INFO, why);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void realSet_hasNoFindingButTheExpected(String name, List<Expected> expected) {
        StudySpec spec = SpecFile.read(Path.of("search-spaces", name + ".yaml"), Overrides.NONE)
                .spec();

        List<Finding> findings = spec.checkData(Studies.prepare(spec));

        assertThat(findings)
                .extracting(finding -> finding.severity() + " " + finding.code())
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .map(each -> each.severity() + " " + each.code())
                        .toList());
    }
}
