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

/** The real data sets as they are, split as their specs say. */
class RealSetsTest {
    static Stream<Arguments> sets() {
        return Stream.of(
                Arguments.of(
                        "digits", List.of("row-order", "constant-features", "small-validation-split", "label-noise")),
                Arguments.of(
                        "breast-cancer", List.of("row-order", "wild-scales", "small-validation-split", "label-noise")),
                Arguments.of(
                        "fashion",
                        List.of("constant-features", "wild-scales", "small-validation-split", "label-noise")));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void realSet_hasNoFindingButTheExpected(String name, List<String> expected) {
        StudySpec spec = SpecFile.read(Path.of("search-spaces", name + ".yaml"), Overrides.NONE)
                .spec();

        List<Finding> findings = spec.checkData(Studies.prepare(spec));

        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.INFO);
        assertThat(findings).extracting(Finding::code).containsExactlyInAnyOrderElementsOf(expected);
    }
}
